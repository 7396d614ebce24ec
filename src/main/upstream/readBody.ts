/**
 * Reads a body as UTF-8, at most `maxBytes` of it, counted as they come out of decompression. Null
 * where there is more: the caller then has to break the connection, as a cancelled reader alone leaves
 * it open. Throws what the stream throws.
 */
export async function readBody(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<string | null> {
  if (body === null) return ''
  const reader = body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return new TextDecoder().decode(Buffer.concat(chunks))
    size += value.byteLength
    if (size > maxBytes) return null
    chunks.push(value)
  }
}
