// A word's next eight letters or digits, or one other character, with the
// white space before it; white space at the very end stands alone.
const TOKEN = /\s*(?:[\p{L}\p{N}]{1,8}|[^\s\p{L}\p{N}])|\s+/gu;

/** Splits a text into token-sized pieces, which joined give the text again. */
export function splitTokens(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

/**
 * Number of tokens that the local Baseten counts for a text, in chat as in
 * embeddings: 0 for the empty text.
 */
export function countTokens(text: string): number {
  return splitTokens(text).length;
}
