import type {
  LanguageModelV4,
  LanguageModelV4StreamPart,
} from '@ai-sdk/provider';

/** A part as it is compared: deltas of one part that follow each other are one. */
export type Part = Record<string, unknown> & { type: string };

const prompt = [
  { role: 'user' as const, content: [{ type: 'text' as const, text: 'Hi' }] },
];

/** All that a model makes of its reply; what is thrown is an `error` part. */
export async function readParts(
  model: LanguageModelV4,
  isStream: boolean,
): Promise<Part[]> {
  const parts: Part[] = [];
  try {
    if (!isStream) {
      const { content, finishReason, usage } = await model.doGenerate({
        prompt,
      });
      return [...content, { type: 'finish', finishReason, usage }].map(toPart);
    }
    const { stream } = await model.doStream({ prompt });
    for await (const part of stream) add(parts, part);
  } catch (error) {
    parts.push({ type: 'error', error });
  }
  return parts.map(toPart);
}

function add(parts: Part[], part: LanguageModelV4StreamPart): void {
  const last = parts.at(-1);
  if ('delta' in part && last?.type === part.type && last.id === part.id) {
    last.delta = `${last.delta}${part.delta}`;
  } else {
    parts.push({ ...part });
  }
}

/** Without what has no meaning of its own. */
function toPart(part: object & { type: string }): Part {
  const plain: Part = JSON.parse(JSON.stringify(part));
  return part.type === 'error' ? { type: 'error' } : plain;
}
