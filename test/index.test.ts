import { describe, expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import * as source from '../src';
import { runModule } from '../suites/lib/run-node';

describe('importing the package', () => {
  it('exports what its documentation names', () => {
    expect(Object.keys(source).sort()).toEqual([
      'VERSION',
      'baseten',
      'createBaseten',
    ]);
    expect(source.VERSION).toBe(manifest.version);
  });

  it('reads no environment, writes nothing and loads no addon', async () => {
    const { exitCode, stdout, stderr } = await runModule(`
      const read = [];
      const note = (target, name) => {
        read.push(name);
        return Reflect.get(target, name);
      };
      process.env = new Proxy({ ...process.env }, { get: note });
      const { baseten, createBaseten } = await import('@ai-sdk/baseten');
      baseten('some-model');
      createBaseten({ modelURL: 'https://localhost/sync' }).embeddingModel();
      const { sharedObjects } = process.report.getReport();
      console.log(JSON.stringify({
        // Node itself reads some at each import.
        read: read.filter(name => !/^(?:NODE|WATCH)_/.test(name)),
        addons: sharedObjects.filter(path => path.endsWith('.node')),
      }));
    `);

    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({ read: [], addons: [] });
  });

  it('works where there is no process, no Buffer and no setImmediate', async () => {
    const { stdout, stderr } = await runModule(`
      const { log } = console;
      // Node's own Response needs all three.
      const reply = {
        ok: true,
        status: 200,
        headers: new Headers(),
        text: async () =>
          '{ "data": [{ "index": 0, "embedding": "AAAAPwAAgL8=" }] }',
      };
      for (const name of ['process', 'Buffer', 'setImmediate']) {
        delete globalThis[name];
      }
      const { createBaseten } = await import('@ai-sdk/baseten');
      const model = createBaseten({
        apiKey: 'some-key',
        modelURL: 'https://localhost/sync',
        fetch: async () => reply,
      }).embeddingModel();
      const { embeddings } = await model.doEmbed({ values: ['a'] });
      log(JSON.stringify(embeddings));
    `);

    expect({ stdout, stderr }).toEqual({ stdout: '[[0.5,-1]]\n', stderr: '' });
  });
});
