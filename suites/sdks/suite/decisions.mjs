import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as ai from 'ai';
import { createBaseten, deployment } from './sdk.mjs';

// Only AI SDK 7 has decisions.
if ('experimental_decide' in ai) {
  test('questions are decided', async () => {
    const { answers } = await ai.experimental_decide({
      model: createBaseten(deployment).decisionModel(),
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
