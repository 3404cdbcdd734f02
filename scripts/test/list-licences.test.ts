import { expect, it } from 'vitest';
import { makeFolder, runScript } from './run-script';

const listLicences = (packages: object) =>
  runScript(
    'list-licences.mjs',
    makeFolder('package-lock.json', { packages: { '': {}, ...packages } }),
  );

it('lists what an installation brings, and nothing of development', () => {
  const { status, stdout } = listLicences({
    'node_modules/@scope/used': { version: '1.0.0', license: 'MIT' },
    'node_modules/tool': { version: '2.0.0', license: 'GPL-3.0', dev: true },
  });

  expect(status).toBe(0);
  expect(stdout).toMatch(/^MIT +@scope\/used 1\.0\.0$/m);
  expect(stdout).not.toContain('tool');
});

it.each([
  ['of another kind', { license: 'GPL-3.0-only' }],
  ['that is not named', {}],
  ['with one part of another kind', { license: 'MIT AND GPL-3.0-only' }],
])('refuses a licence %s', (_, entry) => {
  const { status, stderr } = listLicences({
    'node_modules/strange': { version: '1.0.0', ...entry },
  });

  expect(status).toBe(1);
  expect(stderr).toContain('strange');
});

it('takes one choice of several', () => {
  const { status } = listLicences({
    'node_modules/a': { version: '1.0.0', license: '(AFL-2.1 OR MIT)' },
  });

  expect(status).toBe(0);
});

it('finds no licence of ours that it refuses', () => {
  expect(runScript('list-licences.mjs', '.')).toMatchObject({
    status: 0,
    stderr: '',
  });
});
