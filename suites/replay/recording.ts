import { readFileSync } from 'node:fs';
import type { JSONSchema7 } from '@ai-sdk/provider';
import { z } from 'zod/v4';

const jsonSchemaSchema = z.custom<JSONSchema7>(
  value => typeof value === 'object' && value !== null,
);

const toolCallSchema = z.object({
  id: z.string(),
  function: z.object({ name: z.string(), arguments: z.string() }),
});

const contentPartSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({
    type: z.literal('image_url'),
    image_url: z.object({ url: z.string() }),
  }),
]);

const messageSchema = z.discriminatedUnion('role', [
  z.object({ role: z.literal('system'), content: z.string() }),
  z.object({
    role: z.literal('user'),
    content: z.union([z.string(), z.array(contentPartSchema)]),
  }),
  z.object({
    role: z.literal('assistant'),
    content: z.string().nullish(),
    reasoning_content: z.string().nullish(),
    tool_calls: z.array(toolCallSchema).nullish(),
  }),
  z.object({
    role: z.literal('tool'),
    content: z.string(),
    tool_call_id: z.string(),
    name: z.string().nullish(),
  }),
]);

export const recordingSchema = z.object({
  name: z.string(),
  model: z.string(),
  stream: z.boolean(),
  /** The JSON body that was sent. Fields not listed are sent as they are. */
  request: z
    .object({
      model: z.unknown().optional(),
      messages: z.array(messageSchema),
      stream: z.unknown().optional(),
      stream_options: z.unknown().optional(),
      max_tokens: z.number().optional(),
      max_completion_tokens: z.number().optional(),
      temperature: z.number().optional(),
      top_p: z.number().optional(),
      seed: z.number().optional(),
      stop: z.union([z.string(), z.array(z.string())]).optional(),
      tools: z
        .array(
          z.object({
            function: z.object({
              name: z.string(),
              description: z.string().optional(),
              parameters: jsonSchemaSchema,
            }),
          }),
        )
        .optional(),
      tool_choice: z.enum(['auto', 'none', 'required']).optional(),
      response_format: z
        .object({
          type: z.enum(['text', 'json_object', 'json_schema']),
          json_schema: z
            .object({
              name: z.string().optional(),
              schema: jsonSchemaSchema,
            })
            .optional(),
        })
        .optional(),
    })
    .catchall(z.json()),
  response: z.object({
    status: z.number(),
    contentType: z.string(),
    /** The raw text that came back. */
    body: z.string(),
  }),
});

/** One exchange with a chat model: what was asked and what came back. */
export type Recording = z.infer<typeof recordingSchema>;

/**
 * Reads a file of recordings, a JSON array.
 *
 * @throws if the file holds anything else.
 */
export function readRecordings(path: string): Recording[] {
  const result = z
    .array(recordingSchema)
    .safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!result.success) {
    throw new Error(`${path}: ${z.prettifyError(result.error)}`);
  }
  return result.data;
}
