/** A model's answer before any limit is applied: text or tool calls. */
export interface Answer {
  readonly reasoning: string;
  readonly content: string;
  readonly toolCalls: ReadonlyArray<{
    readonly name: string;
    readonly input: unknown;
  }>;
}
