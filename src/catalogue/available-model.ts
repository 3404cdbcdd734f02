/** A model that Baseten serves, as `getAvailableModels` describes it. */
export interface BasetenAvailableModel {
  /** What to pass to the provider: `baseten(id)`. */
  id: string;

  /** Its display name; the id if the server has none. */
  name: string;

  /** What it is good for, in Baseten's words. */
  description?: string | undefined;

  /** USD per token, in decimal notation as the server gives it. */
  pricing?: BasetenModelPricing | undefined;

  /** What the AI SDK calls it. A deployment does not say what kind it is. */
  specification?:
    | {
        specificationVersion: 'v2' | 'v3' | 'v4';
        provider: 'baseten.chat';
        modelId: string;
      }
    | undefined;

  /** All models of the Model APIs are of this kind. */
  modelType?: 'language' | undefined;

  /** Tokens of prompt and answer together. */
  contextLength?: number | undefined;

  /** Highest `maxOutputTokens`. */
  maxOutputTokens?: number | undefined;

  /**
   * What the model can do, by Baseten's names, such as `tools`, `json_mode`,
   * `structured_outputs` and `reasoning`. Baseten's lists are not complete.
   */
  features?: string[] | undefined;

  /** Settings that Baseten names, such as `temperature`; others may work too. */
  samplingParameters?: string[] | undefined;

  /** What it reads, such as `text` and `image`. */
  inputModalities?: string[] | undefined;

  /** What it writes, such as `text`. */
  outputModalities?: string[] | undefined;

  /** Form of the weights, such as `fp8`. */
  quantization?: string | undefined;

  /** The model's id on Hugging Face. */
  huggingFaceId?: string | undefined;

  /** When Baseten listed it. */
  createdAt?: Date | undefined;
}

/** Prices in USD, in decimal notation as the server gives them. */
export interface BasetenModelPricing {
  /** Of a token of the prompt. */
  input: string;
  /** Of a token of the answer. */
  output: string;
  /** Of a token that comes from the prompt cache. */
  cachedInputTokens?: string | undefined;
  /** Of an image of the prompt. */
  image?: string | undefined;
  /** Of a request, apart from its tokens. */
  request?: string | undefined;
}

/** What `getAvailableModels` resolves to. */
export interface BasetenAvailableModels {
  models: BasetenAvailableModel[];
}
