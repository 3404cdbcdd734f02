/**
 * What `action` throws or rejects with.
 *
 * @throws if it does neither.
 */
export async function captureError(action: () => unknown): Promise<unknown> {
  let result: unknown;
  try {
    result = await action();
  } catch (error) {
    return error;
  }
  throw new Error(`Expected an error, got ${JSON.stringify(result)}.`);
}
