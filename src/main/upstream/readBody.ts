/** A body as Electron's `IncomingMessage` brings it; Node's streams do the same. */
export interface BodyEvents {
  on(event: 'data', listener: (chunk: Buffer) => void): unknown
  on(event: 'end' | 'aborted', listener: () => void): unknown
  on(event: 'error', listener: (cause: Error) => void): unknown
}

/**
 * Reads a body as UTF-8, at most `maxBytes` of it, counted as they come out of decompression. Null as
 * soon as there is more: the caller then has to break the connection. Rejects with what broke it.
 */
export function readBody(body: BodyEvents, maxBytes: number): Promise<string | null> {
  return new Promise((resolve, reject) => {
    // Piece by piece as it comes: all of a large one at its end would hold everything else up.
    const decoder = new TextDecoder()
    let text = ''
    let size = 0
    body.on('end', () => resolve(text + decoder.decode()))
    body.on('error', reject)
    body.on('aborted', () => reject(new Error('aborted')))
    body.on('data', (chunk) => {
      size += chunk.byteLength
      if (size <= maxBytes) {
        text += decoder.decode(chunk, { stream: true })
        return
      }
      text = ''
      resolve(null)
    })
  })
}
