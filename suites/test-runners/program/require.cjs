// A user's program in CommonJS.
const { createBaseten } = require('@ai-sdk/baseten');
const { embed } = require('ai');

const { ORIGIN, API_KEY: apiKey } = process.env;

embed({
  model: createBaseten({
    apiKey,
    modelURL: `${ORIGIN}/environments/production/sync`,
  }).textEmbeddingModel(),
  value: 'one',
}).then(({ embedding }) => {
  if (embedding.length !== 384) process.exitCode = 1;
});
