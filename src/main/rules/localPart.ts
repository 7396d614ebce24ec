import { randomInt } from 'node:crypto'
import type { AddressStyle } from '../../shared/address'
import { isOffensive } from './offensive'
import { reservedStanding } from './reservedNames'
import { wordLists } from './words'

/** Letters and digits that nobody mistakes for one another, on paper or on the telephone: no 0 o 1 l i. */
const letters = 'abcdefghjkmnpqrstuvwxyz'
const alphabet = `${letters}23456789`

const RANDOM_LENGTH = 10
/** Five would look random enough; seven is the least that gives 30 bits (31^7 > 2^34, 31^6 < 2^30). */
const PREFIX_END_LENGTH = 7

/** What a name is drawn as. */
export interface LocalPartWish {
  readonly style: AddressStyle
  /** As in the settings; where it is empty, the style `prefix` draws as `random`. */
  readonly prefix: string
  readonly hasHyphens: boolean
  /** A whole number from 0 up to, not including, `below`, each as likely as any other. */
  readonly random?: (below: number) => number
}

/**
 * A drawn local part and its whole bits of randomness. They are 30 or more: after a lost answer, "this
 * address exists already" then means that the lost request made it.
 */
export interface DrawnLocalPart {
  readonly localPart: string
  readonly bits: number
}

type Random = (below: number) => number
const pick = (from: ArrayLike<string>, random: Random): string => {
  const picked = from[random(from.length)]
  if (picked === undefined) throw new RangeError('a random number out of its range')
  return picked
}
const pickMany = (count: number, random: Random): string =>
  Array.from({ length: count }, () => pick(alphabet, random)).join('')

/** Draws until a name pleases, so that all names that please are equally likely. */
const drawFit = (draw: () => string, isFit: (name: string) => boolean): string => {
  for (;;) {
    const name = draw()
    if (isFit(name)) return name
  }
}

function drawWords(hyphen: string, random: Random): DrawnLocalPart {
  const { first, second } = wordLists()
  const localPart = drawFit(
    () => [pick(first, random), pick(second, random), String(random(1000)).padStart(3, '0')].join(hyphen),
    (name) => !isOffensive(name) && !/^([a-z]+)-?\1(-|\d)/.test(name),
  )
  // What does not please is one name in a thousand and costs no whole bit (see its test).
  return { localPart, bits: Math.floor(Math.log2(first.length * second.length * 1000)) }
}

function drawRandom(random: Random): DrawnLocalPart {
  const localPart = drawFit(
    () => pick(letters, random) + pickMany(RANDOM_LENGTH - 1, random),
    (name) => !isOffensive(name),
  )
  const bits = Math.log2(letters.length) + (RANDOM_LENGTH - 1) * Math.log2(alphabet.length)
  return { localPart, bits: Math.floor(bits) }
}

function drawWithPrefix(prefix: string, hyphen: string, random: Random): DrawnLocalPart {
  const start = prefix.replace(/\.{2,}/g, '.') + hyphen
  const localPart = drawFit(
    () => start + pickMany(PREFIX_END_LENGTH, random),
    // The user's own prefix is the user's affair: only what is drawn has to please.
    (name) => !isOffensive(name.slice(start.length)) && reservedStanding(name) !== 'documented',
  )
  return { localPart, bits: Math.floor(PREFIX_END_LENGTH * Math.log2(alphabet.length)) }
}

/**
 * Draws the part of a new address before the @: 4 to 64 lower-case characters that the schema
 * `localPart` takes, never a name that LikeDo documents as reserved.
 *
 * `words`: two words and three digits. `random`: ten characters, a letter first. `prefix`: the user's
 * own beginning and seven characters.
 */
export function draw({ style, prefix, hasHyphens, random = randomInt }: LocalPartWish): DrawnLocalPart {
  const hyphen = hasHyphens ? '-' : ''
  if (style === 'words') return drawWords(hyphen, random)
  return style === 'prefix' && prefix !== '' ? drawWithPrefix(prefix, hyphen, random) : drawRandom(random)
}
