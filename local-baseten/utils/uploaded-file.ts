/** A file of a form. */
export interface UploadedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

export function isUploadedFile(value: unknown): value is UploadedFile {
  return (
    value instanceof Object &&
    'name' in value &&
    'bytes' in value &&
    value.bytes instanceof Buffer
  );
}
