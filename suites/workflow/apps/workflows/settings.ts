/** What of a provider's settings is an argument of the workflows. */
export interface Settings {
  baseURL?: string;
  modelURL?: string;
  headers?: Record<string, string>;
}
