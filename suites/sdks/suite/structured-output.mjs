import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateObject, generateText, Output, streamObject } from 'ai';
import { z } from 'zod/v4';
import { collect, major, model, sentBodies } from './sdk.mjs';

const schema = z.object({ name: z.string(), age: z.int() });
const prompt = 'Read this: Ada Lovelace is 36 years old.';
const person = { name: 'Ada Lovelace', age: 36 };

/** A schema reaches the model as a JSON schema. */
function assertSchemaWasSent() {
  for (const { response_format: format } of sentBodies()) {
    assert.equal(format.type, 'json_schema');
    assert.deepEqual(Object.keys(format.json_schema.schema.properties), [
      'name',
      'age',
    ]);
  }
}

test('an object is generated', async () => {
  const { object, finishReason } = await generateObject({
    model,
    prompt,
    schema,
  });

  assert.deepEqual(object, person);
  assert.equal(finishReason, 'stop');
  assertSchemaWasSent();
});

test('an object is streamed', async () => {
  const result = streamObject({ model, prompt, schema });
  const parts = await collect(result.partialObjectStream);

  assert.ok(parts.length > 1);
  assert.deepEqual(await result.object, person);
  assertSchemaWasSent();
});

test('a text has an output that fits a schema', async () => {
  // The name that AI SDK 5 has for it.
  const name = major === 5 ? 'experimental_output' : 'output';
  const result = await generateText({
    model,
    prompt,
    [name]: Output.object({ schema }),
  });

  assert.deepEqual(Object(result)[name], person);
  assertSchemaWasSent();
});
