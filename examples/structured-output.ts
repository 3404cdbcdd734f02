// Gets an object that fits a schema instead of text.
import { createBaseten } from '@ai-sdk/baseten';
import { generateText, Output } from 'ai';
import { z } from 'zod/v4';
import { connect } from './support/connect';

await using connection = await connect();
const baseten = createBaseten({
  apiKey: connection.apiKey,
  baseURL: connection.baseURL,
});

const { output: order } = await generateText({
  model: baseten('openai/gpt-oss-120b'),
  output: Output.object({
    name: 'order',
    schema: z.object({
      customer: z.string(),
      city: z.string(),
      quantity: z.int().positive(),
      express: z.boolean(),
    }),
  }),
  prompt:
    'Read this order: Ada Lovelace from London wants 12 mugs, and they should come by express.',
});

// `order` is typed and has been checked against the schema.
console.log(`Customer: ${order.customer}`);
console.log(`City: ${order.city}`);
console.log(`Mugs: ${order.quantity}`);
console.log(`Express: ${order.express ? 'yes' : 'no'}`);
