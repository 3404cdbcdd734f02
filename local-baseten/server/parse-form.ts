import type { UploadedFile } from '../utils/uploaded-file';

/**
 * The fields of a form by name; one that is repeated is a list. The parser is
 * that of undici, by which Node itself reads forms.
 *
 * @returns `undefined` if it is none.
 */
export async function parseForm(
  bytes: Buffer,
  contentType: string,
): Promise<Record<string, unknown> | undefined> {
  const form = await new Response(new Uint8Array(bytes), {
    headers: { 'content-type': contentType },
  })
    .formData()
    .catch(() => undefined);
  if (form === undefined) return undefined;

  const fields: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    const values = await Promise.all(form.getAll(name).map(readValue));
    fields[name] = values.length > 1 ? values : values[0];
  }
  return fields;
}

async function readValue(value: FormDataEntryValue): Promise<unknown> {
  return typeof value === 'string'
    ? value
    : ({
        name: value.name,
        type: value.type,
        bytes: Buffer.from(await value.arrayBuffer()),
      } satisfies UploadedFile);
}
