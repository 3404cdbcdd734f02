/** What a model has to say, before any limit: text or tool calls. */
export interface Answer {
  readonly reasoning: string;
  readonly content: string;
  readonly toolCalls: ReadonlyArray<{
    readonly name: string;
    readonly input: unknown;
  }>;
}
