import {
  APICallError,
  createProviderRegistry,
  customProvider,
  experimental_decide as decide,
  type Experimental_DecisionQuestion as Question,
} from 'ai';
import { describe, expect, it } from 'vitest';
import { createBaseten } from '../../src';
import { captureError } from '../support/capture-error';
import { useLocalBaseten } from '../support/use-local-baseten';
import { createDecisionModel, QUESTIONS, STATE } from './support';

const server = await useLocalBaseten();
const model = createDecisionModel(server);

const lastBody = () => Object(server.requests.at(-1)?.body);

function createQuestions(count: number): Record<string, Question> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `question ${index}`,
      { type: 'boolean', instructions: `Is it number ${index}?` },
    ]),
  );
}

describe('a decision', () => {
  it('answers each question by its kind, with tokens and metadata', async () => {
    const { answers, usage, rounding, providerMetadata, warnings, response } =
      await decide({ model, state: STATE, questions: QUESTIONS });

    expect(answers.topic.choice).toBe('delivery');
    expect(answers.topic.probabilities?.delivery).toBeGreaterThan(0.5);
    expect(answers.urgency.score).toBeGreaterThan(0);
    expect(answers.late.probability).toBeGreaterThan(0.5);
    expect(usage.inputTokens).toBeGreaterThan(0);
    expect(usage.outputTokens).toBe(3);
    expect(rounding?.probabilityDecimals).toBe(4);
    expect(providerMetadata?.baseten).toMatchObject({
      transport: 'http',
      requests: 1,
      confidence: { topic: expect.any(Number), urgency: expect.any(Number) },
      legend: { urgency: { 0: 'it can wait', 2: 'at once' } },
    });
    expect(warnings).toEqual([]);
    expect(response.modelId).toBe('local-decisions');
  });

  it('sends booleans as noul, leaves out what is null, and sends no model', async () => {
    await decide({ model, state: STATE, questions: QUESTIONS });

    expect(server.requests.map(({ path }) => path)).toEqual([
      '/environments/production/sync/v1/systemone',
    ]);
    expect(lastBody()).toEqual({
      state: STATE,
      questions: {
        topic: QUESTIONS.topic,
        urgency: QUESTIONS.urgency,
        late: {
          type: 'noul',
          instructions: 'Is a parcel late?',
          criteria: { true: 'it has not arrived' },
        },
      },
    });
  });

  it('sends the model that was named, and any other option as it is', async () => {
    const { response } = await decide({
      model: createDecisionModel(server, {}, 'served-name'),
      state: STATE,
      questions: QUESTIONS,
      providerOptions: { baseten: { truncate: true } },
    });

    expect(lastBody()).toMatchObject({ model: 'served-name', truncate: true });
    expect(response.modelId).toBe('served-name');
  });

  it.each([
    ['a text', STATE, STATE],
    ['an object', { mail: STATE }, { mail: STATE }],
    ['a list in one part', [{ type: 'json' as const, value: [1] }], [1]],
    ['a number', [{ type: 'json' as const, value: 7 }], [7]],
    [
      'several parts',
      [
        { type: 'text' as const, text: 'Hi' },
        { type: 'json' as const, value: { a: 1 } },
      ],
      ['Hi', { a: 1 }],
    ],
  ])('takes a state that is %s', async (_name, state, sent) => {
    await decide({ model, state, questions: QUESTIONS });

    expect(lastBody().state).toEqual(sent);
  });

  it('splits more questions than a request can hold and merges the answers', async () => {
    const questions = createQuestions(2_500);
    const { answers, usage, providerMetadata } = await decide({
      model,
      state: STATE,
      questions,
    });

    expect(Object.keys(answers)).toEqual(Object.keys(questions));
    expect(
      server.requests
        .map(({ body }) => Object.keys(Object(body).questions).length)
        .sort(),
    ).toEqual([1024, 1024, 452]);
    expect(usage.outputTokens).toBe(2_500);
    expect(providerMetadata?.baseten?.requests).toBe(3);
  });

  it('asks again only what is missing when the AI SDK repeats a call', async () => {
    server.behave((_request, count) =>
      count === 1 ? { status: 400, body: { error: 'no' } } : undefined,
    );
    const questions = createQuestions(1_100);
    const call = {
      state: [{ type: 'text' as const, text: STATE }],
      questions,
      providerOptions: { baseten: { maxConcurrentRequests: 1 } },
    };
    await captureError(() => model.doDecide(call));
    const { answers } = await model.doDecide(call);

    expect(Object.keys(answers)).toHaveLength(1_100);
    expect(server.requests).toHaveLength(3);
  });

  it('goes over HTTP where a header or a custom fetch is in use', async () => {
    const { providerMetadata } = await decide({
      model: createDecisionModel(server, { fetch: globalThis.fetch }),
      state: STATE,
      questions: QUESTIONS,
    });

    expect(providerMetadata?.baseten?.transport).toBe('http');
  });

  it('warns of settings that it has no use for', async () => {
    const { warnings } = await decide({
      model,
      state: STATE,
      questions: QUESTIONS,
      maxOutputTokens: 5,
      reasoning: 'high',
    });

    expect(warnings.map(warning => Object(warning).feature)).toEqual([
      'maxOutputTokens',
      'reasoning',
    ]);
  });

  it('works through a registry and a custom provider', async () => {
    const provider = createBaseten(server);
    const registry = createProviderRegistry({ baseten: provider });
    const custom = customProvider({
      decisionModels: { triage: provider.decisionModel('served-name') },
    });

    for (const model of [
      registry.decisionModel('baseten:served-name'),
      custom.decisionModel('triage'),
    ]) {
      const { response } = await decide({
        model,
        state: STATE,
        questions: QUESTIONS,
      });
      expect(response.modelId).toBe('served-name');
    }
  });

  it.each(['native', 'http'])(
    'names the question that the server refuses (%s)',
    async transport => {
      const error = await captureError(() =>
        decide({
          model: createDecisionModel(server, {
            performanceClient: transport === 'native',
          }),
          state: STATE,
          questions: {
            fine: { type: 'boolean', instructions: 'Is it fine?' },
            odd: { type: 'score', criteria: ['a', 'b'] },
          },
          providerOptions: {
            baseten: { questions: { odd: { type: 'score', criteria: ['a'] } } },
          },
        }),
      );

      expect(APICallError.isInstance(error)).toBe(true);
      expect(error).toMatchObject({
        statusCode: 422,
        isRetryable: false,
        message:
          'body.questions.odd.criteria: Input should have 2 to 10 items, not 1',
      });
    },
  );

  it('ends as soon as it is aborted', async () => {
    server.behave(() => ({ hang: true }));
    const error = await captureError(() =>
      decide({
        model,
        state: STATE,
        questions: QUESTIONS,
        abortSignal: AbortSignal.timeout(50),
      }),
    );

    expect(error).toMatchObject({ name: 'TimeoutError' });
  });
});
