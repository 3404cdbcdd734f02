import {
  type Experimental_DecisionModelV4CallOptions as CallOptions,
  InvalidArgumentError,
} from '@ai-sdk/provider';
import {
  experimental_decide as decide,
  Experimental_DecisionUnsupportedQuestionTypeError as UnsupportedQuestionTypeError,
} from 'ai';
import { describe, expect, it } from 'vitest';
import { createBaseten } from '../../src';
import { captureError } from '../support/capture-error';
import { useLocalBaseten } from '../support/use-local-baseten';
import { createDecisionModel, QUESTIONS, STATE } from './support';

const server = await useLocalBaseten();
const model = createDecisionModel(server);
const state = [{ type: 'text' as const, text: STATE }];
const options = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`option ${index}`, null]),
  );

type BadCall = [
  name: string,
  state: CallOptions['state'],
  questions: CallOptions['questions'],
  message: string,
];

describe('a decision model', () => {
  it.each([
    [undefined, 'No model URL provided for decisions. Please set'],
    ['https://a.co/predict', 'Not supported. You must use a /sync or /sync/v1'],
    ['https://a.co/sync/v1/audio/speech', 'Not supported.'],
  ])('is not made with the URL %j', async (modelURL, message) => {
    const error = await captureError(() =>
      createBaseten({ modelURL }).decisionModel(),
    );

    expect(InvalidArgumentError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      argument: 'modelURL',
      message: expect.stringContaining(message),
    });
  });

  it.each(['/sync', '/sync/v1', '/sync/v1/systemone'])(
    'is made with a URL that ends in %s',
    end => {
      const modelURL = `https://model-abc.api.baseten.co${end}`;
      expect(createBaseten({ modelURL }).decisionModel().provider).toBe(
        'baseten.decision',
      );
    },
  );

  it.each<BadCall>([
    ['no question', state, {}, 'at least one question'],
    ['no state', [], QUESTIONS, 'state to hold at least one part'],
    [
      'a file',
      [
        {
          type: 'file' as const,
          mediaType: 'image/png',
          data: { type: 'data' as const, data: 'AA==' },
        },
      ],
      QUESTIONS,
      'state to hold text and JSON, got a file',
    ],
    ['a blank id', state, { ' ': QUESTIONS.late }, 'id of each question'],
    ...[0, 1, 256, 300].map(
      (count): BadCall => [
        `${count} options`,
        state,
        { odd: { type: 'choice' as const, criteria: options(count) } },
        `questions.odd to have 2 to 255 options, got ${count}.`,
      ],
    ),
    ...[1, 11].map(
      (count): BadCall => [
        `${count} levels`,
        state,
        { odd: { type: 'score' as const, criteria: Array(count).fill('a') } },
        `questions.odd to have 2 to 10 levels, got ${count}.`,
      ],
    ),
    [
      'a question of another kind',
      state,
      { odd: { type: 'box' as const } },
      'questions.odd to be of type choice, score or boolean, got "box".',
    ],
  ])(
    'refuses %s before anything is sent',
    async (_name, state, questions, message) => {
      const error = await captureError(() =>
        model.doDecide({ state, questions }),
      );

      expect(InvalidArgumentError.isInstance(error)).toBe(true);
      expect(error).toMatchObject({
        message: expect.stringContaining(message),
      });
      expect(server.requests).toEqual([]);
    },
  );

  it('takes 255 options and 10 levels', async () => {
    const { answers } = await model.doDecide({
      state,
      questions: {
        option: { type: 'choice', criteria: options(255) },
        level: { type: 'score', criteria: Array(10).fill('a') },
      },
    });

    expect(Object.keys(answers)).toEqual(['option', 'level']);
  });

  it("refuses kinds of question that it lacks by the AI SDK's own error", async () => {
    const error = await captureError(() =>
      decide({ model, state: STATE, questions: { odd: { type: 'box' } } }),
    );

    expect(UnsupportedQuestionTypeError.isInstance(error)).toBe(true);
  });

  it('names an option of a wrong type', async () => {
    const error = await captureError(() =>
      model.doDecide({
        state,
        questions: QUESTIONS,
        providerOptions: { baseten: { timeoutSeconds: 'long' } },
      }),
    );

    expect(error).toMatchObject({
      message: expect.stringContaining('timeoutSeconds'),
    });
  });
});
