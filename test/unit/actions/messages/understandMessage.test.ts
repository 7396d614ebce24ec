import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import type { HeldMessage } from '../../../../src/main/actions/messages/mail'
import { messageId, understandMessage } from '../../../../src/main/actions/messages/understandMessage'
import { cpuTime } from '../../../support/process/cpuTime'

const said = {
  ...{ from: null, fromName: null, to: null, cc: null, replyTo: null, subject: 'Confirm', at: null },
  ...{ text: null, html: null, attachments: [] },
}
const understand = (more: Partial<Parameters<typeof understandMessage>[2]>) =>
  understandMessage('a', 'm', { ...said, ...more })

it('has the same id whatever its address is written like, and another at another service', () => {
  const id = messageId('https://like.do', 'Quiet@ig.do', '1')
  expect(messageId('https://like.do', 'quiet@ig.do', '1')).toBe(id)
  expect(messageId('https://mail.example', 'quiet@ig.do', '1')).not.toBe(id)
  expect(messageId('https://like.do', 'quiet@ig.do', '2')).not.toBe(id)
})

it('keeps of a message no more than it holds: nothing of what was cut off stays in memory', () => {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const heap = () => {
    collect()
    return process.memoryUsage().heapUsed
  }
  const before = heap()
  const held: HeldMessage[] = []
  for (let n = 0; n < 10; n++) held.push(understand({ text: `${n}${'word '.repeat(800_000)}` }))
  for (let n = 0; n < 5; n++) held.push(understand({ html: `<p>${n}${'x'.repeat(4_000_000)}` }))
  expect(heap() - before).toBeLessThan(20_000_000)
  expect(held).toHaveLength(15)
})

const over = (piece: string, length: number) => piece.repeat(length / piece.length)
it.each([
  ['text of white space', { text: `x${over(' ', 99_000)}x` }],
  ['text of dots behind an address', { text: `https://${over('.', 99_000)}a` }],
  ['text of addresses', { text: over('https://a.example/ ', 99_000) }],
  ['text of numbers alone in their lines', { text: over('482913\n', 99_000) }],
  ['tags', { html: over('<p>', 999_000) }],
  ['brackets', { html: over('<', 999_000) }],
  ['a link that never ends', { html: `<a href="${over('https://a.example/.', 999_000)}` }],
  ['words', { html: over('1 % ', 999_000) }],
])('costs no more than its length: %s', (_, more) => {
  expect(cpuTime(() => understand(more))).toBeLessThan(1_500)
})
