/**
 * Stands in for `Uint8Array.prototype.setFromBase64` where the runtime does
 * not have it yet: ignores white space, throws a SyntaxError at anything else
 * that is no base64, and wants no more than fits.
 */
export function setFromBase64(
  this: Uint8Array,
  text: string,
): { read: number; written: number } {
  const compact = text.replace(/[\t\n\f\r ]/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) {
    throw new SyntaxError('Found a character that is no base64.');
  }
  const binary = Uint8Array.from(atob(compact), character =>
    character.charCodeAt(0),
  );
  this.set(binary.subarray(0, this.length));
  return { read: text.length, written: Math.min(binary.length, this.length) };
}
