import { EventEmitter } from 'node:events'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { readBody } from '../../../src/main/upstream/readBody'

test('a body is read whole, a letter split between two chunks too', async () => {
  const bytes = Buffer.from('{"tag":"Grüße ☕"}')
  const body = Readable.from([bytes.subarray(0, 10), bytes.subarray(10)])
  expect(await readBody(body, 100)).toBe('{"tag":"Grüße ☕"}')
})

test('a body of exactly the most bytes is read', async () => {
  const body = Readable.from([Buffer.alloc(60, 97), Buffer.alloc(40, 97)])
  expect(await readBody(body, 100)).toBe('a'.repeat(100))
})

test('a body of one byte more is not, and that is told before its end', async () => {
  const endless = new EventEmitter()
  const read = readBody(endless, 100)
  endless.emit('data', Buffer.alloc(100))
  endless.emit('data', Buffer.alloc(1))
  expect(await read).toBeNull()
})

test('no body is an empty one', async () => {
  expect(await readBody(Readable.from([]), 100)).toBe('')
})

test('bytes that are no UTF-8 do not stop the reading', async () => {
  expect(await readBody(Readable.from([Buffer.of(0x61, 0xff, 0x62)]), 100)).toBe('a\uFFFDb')
})

test('what breaks a body is told', async () => {
  const broken = new Readable({
    read() {
      this.destroy(new Error('net::ERR_CONTENT_LENGTH_MISMATCH'))
    },
  })
  await expect(readBody(broken, 100)).rejects.toThrow('ERR_CONTENT_LENGTH_MISMATCH')
  const cut = new EventEmitter()
  const read = readBody(cut, 100)
  cut.emit('data', Buffer.alloc(5))
  cut.emit('aborted')
  await expect(read).rejects.toThrow('aborted')
})
