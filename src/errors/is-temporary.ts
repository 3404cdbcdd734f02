/** Words that mark an error as temporary where no status does. */
const TEMPORARY =
  /overload|rate.?limit|too.?many|capacity|unavailable|bad.?gateway|time.?d?.?out|try.again|internal.?(?:server.?)?error|server.?error/i;

/** Whether what a server said of a failure means that a repeat can help. */
export function isTemporary(words: string): boolean {
  return TEMPORARY.test(words);
}
