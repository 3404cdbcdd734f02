/** The result of one test. */
export interface Result {
  name: string;
  /** Why it failed, if it did. */
  error?: string;
}
