import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';

export type ToolNames = ReadonlySet<string>;

export function toolNamesOf(
  tools: LanguageModelV4CallOptions['tools'],
): ToolNames {
  return new Set(tools?.map(({ name }) => name));
}

/**
 * The name of the tool that a model calls. gpt-oss sometimes leaves channel
 * markers behind it, as in `weather<|channel|>commentary`.
 */
export function cleanToolName(name: string, tools: ToolNames): string {
  const cleaned = name.split('<|', 1)[0]?.trim() ?? '';
  return tools.has(cleaned) && !tools.has(name) ? cleaned : name;
}
