import { type Method, methods } from '../../../src/shared/contract'
import type { Random } from '../../support/random'
import { fitting } from './fittingInputs'

const names = Object.keys(fitting) as Method[]

/** Texts that have broken programs before. */
const texts = [
  '',
  ' ',
  '\0',
  'a\0b',
  '../../../etc/passwd',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'http://like.do',
  'https://user:password@like.do',
  'https://like.do/?key=sk',
  "'; DROP TABLE addresses; --",
  '{{7*7}}',
  '<img src=x onerror=alert(1)>',
  'A'.repeat(5_000),
  '\u202egnp.exe',
  '\ud800',
  '😀'.repeat(40),
  '0b8f3a52-2f0e-4d3a-9c39-0f9f1c6f5d11',
  '--new-address',
  'likedo',
]
const numbers = [
  0,
  -1,
  1,
  0.5,
  501,
  2 ** 53,
  -(2 ** 31),
  Number.MAX_VALUE,
  Number.NaN,
  Number.POSITIVE_INFINITY,
]
const strangeNames = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  'accounts.',
  'accounts.List',
  'accounts.list ',
  'accounts.keys',
  '0',
  'then',
]

/** Any value that can cross between processes. */
function anything(random: Random, depth = 0): unknown {
  const kind = random.integer(0, depth > 3 ? 5 : 11)
  switch (kind) {
    case 0:
      return null
    case 1:
      return undefined
    case 2:
      return random.chance(0.5)
    case 3:
      return random.pick(numbers)
    case 4:
      return random.pick(texts)
    case 5:
      return {}
    case 6:
      return Array.from({ length: random.integer(0, 6) }, () => anything(random, depth + 1))
    case 7:
      return random.pick([new Date(0), new Map([['id', 'a']]), new Set(['a']), new Uint8Array(8), /a/, 10n])
    case 8:
      return new Error(random.pick(texts))
    default:
      return Object.fromEntries(
        Array.from({ length: random.integer(0, 5) }, () => [
          random.pick([...strangeNames, 'id', 'key', 'limit', 'wish', 'note']),
          anything(random, depth + 1),
        ]),
      )
  }
}

/** The same with one part of it changed: another value, a part less, or a part more. */
function damaged(random: Random, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return anything(random)
  const fields = Object.keys(value)
  const field = fields.length > 0 ? random.pick(fields) : 'id'
  const copy: Record<string, unknown> = { ...value }
  switch (random.integer(0, 4)) {
    case 0:
      delete copy[field]
      return copy
    case 1:
      return Object.fromEntries([...Object.entries(copy), [random.pick(strangeNames), anything(random)]])
    case 2:
      return { ...copy, [field]: random.pick(texts) }
    case 3:
      return { ...copy, [field]: damaged(random, copy[field]) }
    default:
      return anything(random)
  }
}

/** A message as a window that somebody else has taken over might send it; one in twenty fits. */
export function hostileMessage(random: Random): unknown {
  const method = random.pick(names)
  const input = fitting[method]
  switch (random.integer(0, 19)) {
    case 0:
      return { method, input }
    case 1:
      return anything(random)
    case 2:
      return { method: random.pick(strangeNames), input }
    case 3:
      return { method: anything(random), input }
    case 4:
      return damaged(random, { method, input })
    case 5:
      return { method, input: anything(random) }
    default:
      return { method, input: damaged(random, input) }
  }
}

/** Whether a message is one of the contract's, and what the contract makes of its input. */
export function readMessage(raw: unknown): { method: Method; input: unknown } | null {
  if (typeof raw !== 'object' || raw === null) return null
  const { method, input, ...rest } = raw as Record<string, unknown>
  const found = names.find((name) => name === method)
  if (found === undefined || Reflect.ownKeys(rest).length > 0 || !isPlain(input)) return null
  const parsed = methods[found].input.safeParse(input)
  return parsed.success ? { method: found, input: parsed.data } : null
}

/** What JSON has, and undefined: nothing else stands in a message of ours. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'bigint') return false
  if (typeof value !== 'object' || value === null) return true
  const isOurs = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype
  return isOurs && Object.values(value).every(isPlain)
}
