import { generateText, Output, stepCountIs } from 'ai';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod/v4';
import { startModel, weather } from './start-model';

describe('structured output', () => {
  it('is made of the words of the prompt', async () => {
    const { model } = await startModel();
    const { output } = await generateText({
      model,
      output: Output.object({
        schema: z.object({
          recipe: z.object({
            name: z.string(),
            ingredients: z.array(z.string()).min(3),
            steps: z.array(z.string()),
          }),
        }),
      }),
      prompt: 'Generate a lasagna recipe.',
    });
    expect(output.recipe.name).toBe('Lasagna Recipe');
    expect(new Set(output.recipe.ingredients).size).toBe(3);
  });

  it('comes after tool calls and holds their results', async () => {
    const { model } = await startModel();
    const { output, steps } = await generateText({
      model,
      tools: { weather },
      stopWhen: stepCountIs(5),
      output: Output.object({
        schema: z.object({ location: z.string(), temperature: z.number() }),
      }),
      prompt: 'What is the weather in Paris?',
    });
    expect(output).toEqual({ location: 'Paris', temperature: 72 });
    expect(steps).toHaveLength(2);
  });

  it('chooses what the prompt names', async () => {
    const { model } = await startModel();
    const { output } = await generateText({
      model,
      output: Output.choice({ options: ['sunny', 'rainy', 'snowy'] }),
      prompt: 'Is it rainy in Bergen?',
    });
    expect(output).toBe('rainy');
  });

  it('is an object when any JSON will do', async () => {
    const { model } = await startModel();
    const { output } = await generateText({
      model,
      output: Output.json(),
      prompt: 'Describe lasagna as JSON.',
    });
    expect(Object.keys(Object(output)).length).toBeGreaterThan(0);
  });

  it('fits any schema', async () => {
    const { model } = await startModel();
    const leaf = fc.oneof(
      fc.constant(z.string()),
      fc.constant(z.email()),
      fc.constant(z.url()),
      fc.constant(z.uuid()),
      fc.constant(z.iso.datetime()),
      fc.constant(z.iso.date()),
      fc.constant(z.string().min(30).max(40)),
      fc.constant(z.string().max(3)),
      fc.constant(z.string().regex(/^[A-Z]{3}$/)),
      fc.constant(z.int()),
      fc.constant(z.number().gt(2).lt(3)),
      fc.constant(z.number().multipleOf(5).min(7)),
      fc.constant(z.int().positive().max(5)),
      fc.constant(z.int().negative()),
      fc.constant(z.boolean()),
      fc.constant(z.null()),
      fc.constant(z.enum(['a', 'b'])),
      fc.constant(z.literal(7)),
    );
    const { schema } = fc.letrec<{ schema: z.ZodType; leaf: z.ZodType }>(
      tie => ({
        leaf,
        schema: fc.oneof(
          { maxDepth: 4, withCrossShrink: true },
          tie('leaf'),
          tie('schema').map(inner => z.array(inner).min(1).max(4)),
          tie('schema').map(inner => inner.nullable()),
          fc
            .tuple(tie('schema'), tie('schema'))
            .map(([one, other]) => z.union([one, other])),
          fc
            .tuple(tie('schema'), tie('schema'))
            .map(([one, other]) => z.tuple([one, other])),
          fc
            .dictionary(
              fc.constantFrom('name', 'city', 'description', 'id', 'x y'),
              tie('schema'),
            )
            .map(shape => z.object(shape)),
          tie('schema').map(inner => z.record(z.string(), inner)),
          tie('schema').map(inner => z.object({ a: inner.optional() })),
        ),
      }),
    );
    await fc.assert(
      fc.asyncProperty(schema, fc.string(), async (value, prompt) => {
        const wrapped = z.object({ value });
        const { output } = await generateText({
          model,
          output: Output.object({ schema: wrapped }),
          prompt: `Paris 12 ${prompt}`,
          maxRetries: 0,
        });
        wrapped.parse(output);
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  it('comes to an end with a schema that contains itself', async () => {
    const { model } = await startModel();
    const node = z.object({
      name: z.string(),
      get children() {
        return z.array(node);
      },
      get next() {
        return node.nullable();
      },
    });
    const { output } = await generateText({
      model,
      output: Output.object({ schema: node }),
      prompt: 'A tree of 2 levels',
    });
    expect(node.parse(output)).toEqual(output);
  });
});
