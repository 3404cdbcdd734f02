import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { PROJECT } from '../../suites/lib/folders';
import { readPackReport } from '../../suites/lib/read-pack-report';
import { runNpm } from '../../suites/lib/run-npm';

/** Bytes; the README names the size. Raise it only for something worth it. */
const MAX_PACKED_SIZE = 285_000;

const ENTRIES = Object.values(manifest.exports).flatMap(target =>
  typeof target === 'string' ? [] : [target],
);

let tarball: { size: number; files: string[] };
beforeAll(async () => {
  const { size, files } = readPackReport(
    await runNpm(['pack', '--dry-run', '--json', '--ignore-scripts'], PROJECT),
  );
  tarball = { size, files: files.map(({ path }) => path) };
});

describe('the tarball', () => {
  it('holds the sources, the build, the documentation and nothing else', () => {
    const others = tarball.files.filter(
      file =>
        ![
          /^(?:package\.json|README\.md|CHANGELOG\.md|LICENSE)$/,
          /^docs\/[\w-]+\.(?:md|svg)$/,
          /^src\/(?:[\w-]+\/)*[\w-]+\.ts$/,
          /^dist\/[\w-]+\.(?:c?js|c?js\.map|d\.c?ts)$/,
          /^dist\/dependencies\/[\w-]+\.js$/,
        ].some(pattern => pattern.test(file)),
    );

    expect(others).toEqual([]);
  });

  it('holds every source, for the source maps point there', () => {
    const sources = readdirSync(join(PROJECT, 'src'), {
      recursive: true,
      encoding: 'utf8',
    }).filter(file => file.endsWith('.ts'));

    expect(tarball.files).toEqual(
      expect.arrayContaining(sources.map(file => `src/${file}`)),
    );
  });

  it('holds every file that a source map names', () => {
    const sources = tarball.files
      .filter(file => file.endsWith('.js.map'))
      .map(file => readFileSync(join(PROJECT, file), 'utf8'))
      .flatMap((map): string[] => JSON.parse(map).sources)
      .map(source => source.replace('../', ''));

    expect(sources.length).toBeGreaterThan(100);
    expect(tarball.files).toEqual(expect.arrayContaining(sources));
  });

  it('holds whatever the export map points at', () => {
    const targets = ENTRIES.flatMap(entry => Object.values(entry));

    expect(tarball.files).toEqual(
      expect.arrayContaining(targets.map(target => target.slice('./'.length))),
    );
  });

  it('holds no built file that no entry leads to', () => {
    const reachable = new Set<string>();
    const follow = (file: string) => {
      if (reachable.has(file)) return;
      reachable.add(file);
      const code = readFileSync(join(PROJECT, 'dist', file), 'utf8');
      for (const [, chunk = ''] of code.matchAll(
        /(?:from |import |import\()"\.\/([^"]+)"/g,
      )) {
        follow(chunk);
      }
    };
    for (const target of new Set(ENTRIES.flatMap(Object.values<string>))) {
      if (/\.c?js$/.test(target)) follow(target.slice('./dist/'.length));
    }

    expect(
      tarball.files.filter(file => /^dist\/.*\.c?js$/.test(file)).sort(),
    ).toEqual([...reachable].map(file => `dist/${file}`).sort());
  });

  it('imports only what an installation brings', () => {
    const modules = tarball.files
      .filter(file => /^dist\/.*\.js$/.test(file))
      .map(file => readFileSync(join(PROJECT, file), 'utf8'))
      .flatMap(code => [
        ...code.matchAll(/(?:from |import |import\()['"]([^.'"][^'"]*)/g),
      ])
      .map(([, name]) => name);

    expect([...new Set(modules)].sort()).toEqual(
      [...Object.keys(manifest.dependencies), 'zod/v4'].sort(),
    );
  });

  it('stays small', () => {
    expect(tarball.size).toBeLessThan(MAX_PACKED_SIZE);
  });
});

describe('the export map', () => {
  it.each(ENTRIES)('names types first and a default last: $default', entry => {
    const names = Object.keys(entry);

    expect(names[0]).toBe('types');
    expect(names.slice(-2)).toEqual(['import', 'default']);
    expect(entry.import).toBe(entry.default);
    expect(entry.types).toBe(entry.default.replace(/\.(c?)js$/, '.d.$1ts'));
  });

  it('has the main entry where older tools look for it', () => {
    const main = manifest.exports['.'];

    expect(manifest.main).toBe(main.default);
    expect(manifest.types).toBe(main.types);
  });
});

describe('what is loaded at the start', () => {
  const DIST = join(PROJECT, 'dist');
  const read = (file: string) => readFileSync(join(DIST, file), 'utf8');
  const atStart = new Set<string>();
  const follow = (file: string) => {
    atStart.add(file);
    for (const [, chunk = ''] of read(file).matchAll(
      /^(?:import|export) .*"\.\/([^/"]+\.js)"/gm,
    )) {
      if (!atStart.has(chunk)) follow(chunk);
    }
  };
  follow('index.js');

  it.each([
    ['every kind of model', 'baseten.speech'],
    ['chat among them', 'baseten.chat'],
    ['the clock, which a test may fake before its first call', 'isFaked('],
  ])('is %s', (_, text) => {
    expect([...atStart].map(read).join()).toContain(text);
  });

  it.each([
    ['chat', '/chat/completions'],
    ['streams', 'text-delta'],
    ['embeddings', '/v1/embeddings'],
    ['reranking', '/rerank"'],
    ['decisions', '"noul"'],
    ['transcription', 'whisper_input'],
    ['speech', 'response_format: call.outputFormat'],
    ['batches', 'maxConcurrentRequests'],
    ['the native client', 'batchPost'],
  ])('is not what a call of %s needs', (_, text) => {
    const holders = readdirSync(DIST).filter(
      file => /^[a-z]+-[\w-]{8}\.js$/.test(file) && read(file).includes(text),
    );

    expect(holders).not.toEqual([]);
    expect(holders.filter(file => atStart.has(file))).toEqual([]);
  });
});
