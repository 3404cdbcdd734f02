/**
 * Rows of `vectors` in the binary format of PostgreSQL's `copy`: 4 bytes a
 * number, and nothing to be written or parsed as text.
 *
 * https://www.postgresql.org/docs/current/sql-copy.html (binary format),
 * https://github.com/pgvector/pgvector/blob/master/src/vector.c (vector_recv)
 */
export function writeVectorCopy(
  ids: readonly string[],
  embeddings: readonly (readonly number[])[],
): Buffer {
  const dimensions = embeddings[0]?.length ?? 0;
  const rowSize = 2 + (4 + 8) + (4 + 4 + 4 * dimensions);
  const buffer = Buffer.alloc(SIGNATURE.length + 8 + ids.length * rowSize + 2);
  // Signature, flags, length of the header's extension.
  let offset = SIGNATURE.copy(buffer) + 8;

  for (const [row, id] of ids.entries()) {
    const embedding = embeddings[row] ?? [];
    if (embedding.length !== dimensions) {
      throw new Error(`Expected ${dimensions} numbers for the text ${id}`);
    }
    offset = buffer.writeInt16BE(2, offset);
    offset = buffer.writeInt32BE(8, offset);
    offset = buffer.writeBigInt64BE(BigInt(id), offset);
    offset = buffer.writeInt32BE(4 + 4 * dimensions, offset);
    offset = buffer.writeInt16BE(dimensions, offset);
    offset = buffer.writeInt16BE(0, offset);
    for (const value of embedding) offset = buffer.writeFloatBE(value, offset);
  }
  buffer.writeInt16BE(-1, offset);
  return buffer;
}

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
