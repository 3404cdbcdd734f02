import {
  InvalidArgumentError,
  type LanguageModelV4ToolResultPart,
  type SharedV4Warning,
} from '@ai-sdk/provider';
import { convertToBase64 } from '@ai-sdk/provider-utils';
import { withOptions } from './merge-provider-options';
import { prepareFilePart } from './prepare-file-part';

type ContentPart = Extract<
  LanguageModelV4ToolResultPart['output'],
  { type: 'content' }
>['value'][number];

/**
 * The result of a tool in the form that openai-compatible sends as the server
 * wants it.
 *
 * @param isMultiPart whether the server takes parts other than text there.
 */
export function prepareToolResult(
  part: LanguageModelV4ToolResultPart,
  isMultiPart: boolean,
  warnings: SharedV4Warning[],
): LanguageModelV4ToolResultPart {
  const { output } = part;
  if (output.type !== 'content') {
    return withOptions(part, output.providerOptions);
  }
  const { value } = output;
  if (!isMultiPart && value.some(({ type }) => type !== 'text')) {
    warnings.push({
      type: 'compatibility',
      feature: 'files in tool results',
      details:
        'They are sent as JSON text. If the server takes them as parts, set providerOptions.baseten.multiPartToolResults.',
    });
  }
  return withOptions({
    ...part,
    output: {
      ...output,
      value: value.map(isMultiPart ? toPart : withBase64),
    },
  });
}

function toPart(part: ContentPart): ContentPart {
  switch (part.type) {
    case 'file':
      return prepareFilePart(part);
    case 'text':
      return withOptions(part);
    default:
      throw new InvalidArgumentError({
        argument: 'prompt',
        message: `Expected the parts of a tool result to be text or files, got ${JSON.stringify(part.type)}.`,
      });
  }
}

/** As JSON, bytes would become an object of numbers. */
function withBase64(part: ContentPart): ContentPart {
  return part.type === 'file' && part.data.type === 'data'
    ? {
        ...part,
        data: { type: 'data', data: convertToBase64(part.data.data) },
      }
    : part;
}
