import { describe, expect, it } from 'vitest';
import { toLanguageModelV3 } from '../../src/adapters/to-language-model-v3';
import { adaptToV2, createModel, partsOf, streamOf } from './create-model';
import { CONTENT, STREAM } from './part-conversions';

const PROMPT = { prompt: [] };

describe.each(Object.entries(CONTENT))('content of type %s', (_, cases) => {
  it.each<(typeof cases)[number]>(cases)(
    'becomes what each version knows',
    async ({ v4, v3, v2 }) => {
      const { model } = createModel({ content: [v4] });

      const six = await toLanguageModelV3(model).doGenerate(PROMPT);
      const five = await adaptToV2(model).doGenerate(PROMPT);

      expect(six.content).toEqual(v3 === null ? [] : [v3]);
      expect(five.content).toEqual(v2 === null ? [] : [v2]);
    },
  );
});

describe.each(Object.entries(STREAM))('stream part %s', (_, cases) => {
  it.each<(typeof cases)[number]>(cases)(
    'becomes what each version knows',
    async ({ v4, v3, v2 }) => {
      const six = toLanguageModelV3(
        createModel({ stream: streamOf([v4]) }).model,
      );
      const five = adaptToV2(createModel({ stream: streamOf([v4]) }).model);

      const { stream, request } = await six.doStream(PROMPT);
      expect(await partsOf(stream)).toEqual(v3 === null ? [] : [v3]);
      expect(request).toEqual({ body: 'sent' });
      expect(await partsOf((await five.doStream(PROMPT)).stream)).toEqual(
        v2 === null ? [] : [v2],
      );
    },
  );
});
