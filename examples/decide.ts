// Asks a decision model several typed questions about one message. It answers
// them at once, with probabilities rather than text.
import { createBaseten } from '@ai-sdk/baseten';
import { experimental_decide as decide } from 'ai';
import { connect } from './support/connect';

await using connection = await connect('decision');
const baseten = createBaseten({
  apiKey: connection.apiKey,
  modelURL: connection.decisionURL,
});

const state =
  'My parcel was due on Monday and has still not arrived. Where is it?';
const { answers, usage } = await decide({
  model: baseten.decisionModel(),
  state,
  questions: {
    topic: {
      type: 'choice',
      instructions: 'What is the message about?',
      criteria: {
        delivery: 'a parcel that is late, lost or has not arrived',
        billing: 'an invoice or a payment',
        account: 'a password or signing in',
      },
    },
    urgency: {
      type: 'score',
      instructions: 'How urgent is it?',
      criteria: ['it can wait', 'answer it today', 'answer it at once'],
    },
    isQuestion: {
      type: 'boolean',
      instructions: 'Does the customer ask where a parcel is?',
    },
  },
});

console.log(state);
console.log(`\nTopic: ${answers.topic.choice}`);
for (const [topic, probability] of Object.entries(
  answers.topic.probabilities ?? {},
)) {
  console.log(`  ${probability.toFixed(2)}  ${topic}`);
}
console.log(`Urgency: ${answers.urgency.score.toFixed(2)} of 2`);
console.log(`A question: ${answers.isQuestion.probability.toFixed(2)}`);
console.log(`Tokens: ${usage.inputTokens}`);
