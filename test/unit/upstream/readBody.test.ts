import { expect, test } from 'vitest'
import { readBody } from '../../../src/main/upstream/readBody'

const streamOf = (...chunks: Uint8Array[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk)
      controller.close()
    },
  })

test('a body is read whole, a letter split between two chunks too', async () => {
  const bytes = Buffer.from('{"tag":"Grüße ☕"}')
  expect(await readBody(streamOf(bytes.subarray(0, 10), bytes.subarray(10)), 100)).toBe('{"tag":"Grüße ☕"}')
})

test('a body of exactly the most bytes is read', async () => {
  expect(await readBody(streamOf(Buffer.alloc(60, 97), Buffer.alloc(40, 97)), 100)).toBe('a'.repeat(100))
})

test('a body of one byte more is not, and no more of it is asked for', async () => {
  let asked = 0
  const endless = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        asked += 1
        controller.enqueue(Buffer.alloc(50))
      },
    },
    { highWaterMark: 0 },
  )
  expect(await readBody(endless, 100)).toBeNull()
  expect(asked).toBe(3)
})

test('no body is an empty one', async () => {
  expect(await readBody(null, 100)).toBe('')
})

test('bytes that are no UTF-8 do not stop the reading', async () => {
  expect(await readBody(streamOf(Uint8Array.of(0x61, 0xff, 0x62)), 100)).toBe('a\uFFFDb')
})

test('what breaks the stream is thrown', async () => {
  const broken = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.error(new Error('net::ERR_CONTENT_LENGTH_MISMATCH'))
    },
  })
  await expect(readBody(broken, 100)).rejects.toThrow('ERR_CONTENT_LENGTH_MISMATCH')
})
