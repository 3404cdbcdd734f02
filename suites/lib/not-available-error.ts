/** Something that this machine cannot have; the message says why. */
export class NotAvailableError extends Error {
  override name = 'NotAvailableError';
}
