import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as main from '@ai-sdk/baseten';
import * as ai from 'ai';
import { createBaseten, deployment } from './sdk.mjs';

const provider = createBaseten(deployment);

// The specifications of AI SDK 5 and 6 have no decision models.
if (createBaseten !== main.createBaseten) {
  test('an entry for an older AI SDK has no decision models', () => {
    assert.ok(!('decisionModel' in provider));
  });
} else if ('experimental_decide' in ai) {
  test('questions are decided', async () => {
    const { answers } = await ai.experimental_decide({
      model: provider.decisionModel(),
      state: 'My parcel has not arrived.',
      questions: {
        topic: {
          type: 'choice',
          criteria: { parcel: 'a parcel', bill: 'a bill' },
        },
      },
    });

    assert.equal(answers.topic.choice, 'parcel');
  });
}
