import type { LanguageModelV4ToolResultOutput } from '@ai-sdk/provider';
import type { LanguageModelV3ToolResultOutput } from 'provider-v3';

/** A part of the content that a tool's result may have. */
export type ContentOf<OUTPUT> = OUTPUT extends {
  type: 'content';
  value: infer PARTS;
}
  ? PARTS extends Array<infer PART>
    ? PART
    : never
  : never;

/** A part of a tool's result: V4 has one kind of file for six of V3. */
export function toToolContentV4(
  part: ContentOf<LanguageModelV3ToolResultOutput>,
): ContentOf<LanguageModelV4ToolResultOutput> {
  switch (part.type) {
    case 'text':
    case 'custom':
      return part;
    case 'file-data':
    case 'image-data':
      return { ...part, type: 'file', data: { type: 'data', data: part.data } };
    case 'file-url':
    case 'image-url': {
      const { url, ...rest } = part;
      return {
        mediaType:
          part.type === 'image-url' ? 'image' : 'application/octet-stream',
        ...rest,
        type: 'file',
        data: { type: 'url', url: new URL(url), originalUrl: url },
      };
    }
    case 'file-id':
    case 'image-file-id': {
      const { fileId, ...rest } = part;
      return {
        ...rest,
        type: 'file',
        mediaType: part.type === 'image-file-id' ? 'image' : 'application',
        data: {
          type: 'reference',
          reference: typeof fileId === 'string' ? { baseten: fileId } : fileId,
        },
      };
    }
  }
}
