import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { runCommand } from '../../suites/lib/run-command';
import { makeFolder } from './run-script';

const SCRIPT = fileURLToPath(new URL('../audit.mjs', import.meta.url));
const ADVISORY = {
  id: 1,
  url: 'https://localhost/advisory',
  title: 'It pads too much',
  severity: 'high',
  vulnerable_versions: '<2.0.0',
};

/** Runs the audit of a project that uses `pad` 1.0.0. */
async function audit(advisories: object, status = 200) {
  const registry = createServer(({ method }, reply) => {
    reply.statusCode = method === 'POST' ? status : 200;
    reply.end(
      JSON.stringify(
        method === 'POST'
          ? advisories
          : { name: 'pad', versions: { '1.0.0': {}, '2.0.0': {} } },
      ),
    );
  });
  await new Promise<void>(resolve => registry.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    registry.close();
  });
  const address = Object(registry.address());

  const dependencies = { pad: '1.0.0' };
  const folder = makeFolder('package-lock.json', {
    lockfileVersion: 3,
    packages: {
      '': { dependencies },
      'node_modules/pad': { version: '1.0.0' },
    },
  });
  return await runCommand(process.execPath, [SCRIPT], {
    folder,
    env: { npm_config_registry: `http://127.0.0.1:${address.port}/` },
  });
}

it('is content when nothing is known', async () => {
  expect(await audit({})).toMatchObject({
    exitCode: 0,
    stdout: '0 packages with known vulnerabilities\n',
  });
});

it('fails on a known vulnerability and names the package', async () => {
  expect(await audit({ pad: [ADVISORY] })).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('high: pad 1.0.0: It pads too much'),
  });
});

it('says so where the registry cannot audit', async () => {
  expect(await audit({}, 405)).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('Nothing was audited'),
  });
});
