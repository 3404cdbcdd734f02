/** A JSON schema as it comes in a request. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export interface ToolCall {
  readonly id: string;
  readonly name: string;
  /** JSON text. */
  readonly arguments: string;
}

/** An image, a video or a sound. */
export interface Medium {
  readonly kind: 'image' | 'video' | 'audio';
  /** An address, or a data URL. */
  readonly url: string;
}

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant' | 'tool';
  readonly text: string;
  readonly media: readonly Medium[];
  readonly toolCalls: readonly ToolCall[];
  /** For a tool result: the id of the call that it answers. */
  readonly toolCallId?: string;
}

export interface ChatTool {
  readonly name: string;
  readonly description: string;
  readonly parameters: JsonSchema;
}

/** A chat request that has passed the checks. */
export interface ChatRequest {
  readonly model: string;
  readonly messages: readonly ChatMessage[];
  readonly tools: readonly ChatTool[];
  readonly toolChoice: 'auto' | 'none' | 'required' | { readonly name: string };
  readonly parallelToolCalls: boolean;
  /** Set if the answer must be JSON; the schema is empty if any JSON will do. */
  readonly jsonSchema?: JsonSchema;
  readonly maximumTokens: number;
  readonly stop: readonly string[];
  readonly stream: boolean;
  /** Whether a stream reports usage at all, and whether on every chunk. */
  readonly includeUsage: boolean;
  readonly continuousUsage: boolean;
  readonly reasoningEffort?: string;
  readonly enableThinking?: boolean;
}
