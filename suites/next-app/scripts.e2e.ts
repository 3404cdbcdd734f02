import { expect, inject, onTestFinished, test } from 'vitest';
import { startScript } from './support/start-app';

test.each(['start', 'dev'] as const)(
  'npm run %s starts a local Baseten where there is no key',
  async script => {
    const app = await startScript(inject('app'), script);
    onTestFinished(() => app.close());

    const page = await fetch(app.origin);
    expect(await page.text()).toContain('Talking to a local stand-in');

    const search = await fetch(`${app.origin}/api/search?query=whales`);
    expect(await search.json()).toMatchObject({
      metadata: { corpus: { transport: 'native' } },
    });
  },
);
