import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { PROJECT } from '../../suites/lib/folders';
import { readSources } from './read-sources';

/** The rules that vercel/ai holds its provider packages to, where they fit. */
const sources = readSources();
const byPath = new Map(sources.map(source => [source.path, source]));
const models = sources.filter(({ name }) => /^baseten-.*-model$/.test(name));

describe('the package', () => {
  it.each([
    'README.md',
    'CHANGELOG.md',
    'LICENSE',
    'package.json',
    'tsconfig.json',
    'tsup.config.ts',
    'src/index.ts',
  ])('has %s', file => {
    expect(existsSync(join(PROJECT, file))).toBe(true);
  });

  it('exports what every provider does', () => {
    expect(byPath.get('index.ts')?.exports).toEqual(
      expect.arrayContaining([
        'baseten',
        'createBaseten',
        'VERSION',
        'BasetenProvider',
        'BasetenProviderSettings',
      ]),
    );
  });

  it('has a class and options of the same name for each model', () => {
    for (const { path, name, exports } of models) {
      const options = byPath.get(path.replace(/\.ts$/, '-options.ts'));
      const className = toPascalCase(name);
      // The one name of two words, as upstream has it.
      const optionsName =
        className === 'BasetenChatLanguageModel'
          ? 'BasetenLanguageModelChatOptions'
          : `${className}Options`;

      expect(exports).toContain(className);
      expect(options?.exports).toContain(optionsName);
    }
    expect(models.length).toBeGreaterThanOrEqual(3);
  });
});

describe('every source file', () => {
  it('imports zod from zod/v4 only', () => {
    expect(namesOf(/from 'zod(?!\/v4')/)).toEqual([]);
  });

  it('imports only what an installation brings, and nothing of Node', () => {
    const allowed = [
      ...byPath.keys(),
      ...Object.keys(manifest.dependencies),
      // The build puts what is used of it into the package.
      '@ai-sdk/openai-compatible/internal',
    ];

    expect(
      sources
        // The one entry that is for runtimes with addons only.
        .filter(({ path }) => path !== 'performance-client.ts')
        .flatMap(({ modules }) =>
          modules.filter(module => ![...allowed, 'zod/v4'].includes(module)),
        ),
    ).toEqual([]);
  });

  it('has no #private field, which would break structural copies of a model', () => {
    expect(namesOf(/(?:this\.|^\s+(?:readonly )?)#[a-z]/m)).toEqual([]);
  });

  it('writes nothing to the console', () => {
    expect(namesOf(/\bconsole\b/)).toEqual([]);
  });
});

function toPascalCase(name: string): string {
  return name.replace(/(?:^|-)([a-z])/g, (_, letter) => letter.toUpperCase());
}

function namesOf(pattern: RegExp): string[] {
  return sources
    .filter(({ text }) => pattern.test(text))
    .map(({ path }) => path);
}
