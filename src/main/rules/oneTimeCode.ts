import { confirming, labels, selling } from './codeWords'

/** How certain a find has to be before it is offered; a wrong code costs more than none. */
const ENOUGH = 6
/** Nobody writes a code further down, in characters, or in longer lines. */
const MOST_TEXT = 20_000
const MOST_LINE = 600
/** A name this far before a number is its name, in characters. */
const NEAR = 48

interface Line {
  readonly text: string
  readonly isSubject: boolean
}

interface Label {
  readonly from: number
  readonly to: number
  readonly kind: 'other' | 'certain' | 'likely'
}

interface Candidate {
  readonly code: string
  readonly from: number
  readonly to: number
  readonly isAlone: boolean
}

/** Addresses of mail and of pages are full of numbers. */
const addresses = /\b[a-z][a-z\d+.-]*:\/\/\S+|\bwww\.\S+|\S+@\S+|\b[\w-]+(?:\.[\w-]+)+\/\S*/gi
/** Prices, dates, times, phone numbers, shares, versions, and what is counted. */
const figures: readonly RegExp[] = [
  /[$€£¥₹₽₩]\s?\d[\d.,' ]*|\d[\d.,' ]*\s?(?:[$€£¥₹₽₩]|(?:usd|eur|gbp|chf|jpy|cny|inr|rub|pln|sek|krw|brl|euros?|dollars?|dólares|reais|рубл\S*|руб|zł|kr)(?![\p{L}])|[元円원])|\b(?:usd|eur|gbp|chf|jpy|cny|inr|rub|pln)\s?\d[\d.,']*/giu,
  /\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|\b\d{1,2}:\d{2}(?::\d{2})?\b|\d{4}年(?:\d+月)?(?:\d+日)?/g,
  /\b\d{1,2}(?:st|nd|rd|th|\.)? (?:de )?(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz]|janv|févr|avr|juin|juil|août|déc|ene|abr|ago|dic|gen|mag|giu|lug|set|ott)\p{L}*\.?,?(?: de)? \d{4}/giu,
  /(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}/giu,
  /(?:\+|00)\d[\d ().-]{6,}\d|\(\d{2,5}\)[ -]?\d[\d -]{4,}|\b\d{3}[-. ]\d{3}[-. ]\d{4}\b|\b1?-?8\d\d-\d{3}-\d{4}\b|\b0\d{2,4}[ /-]\d[\d -]{4,}/g,
  /\d+(?:[.,]\d+)?\s?%|\bv?\d+\.\d+(?:\.\d+)*\b/g,
  /\d+ ?(?:lines?|users?|people|readers|customers|members|words|points|files|pages|downloads|views|visits|stars|followers|items|zeilen|nutzer|leser|kunden|punkte|dateien|lignes|clients|points|líneas|usuarios|puntos|righe|utenti|punti)(?![\p{L}])/giu,
  /\d+ ?(?:min(?:ute[ns]?|utos|uti)?|hours?|hrs?|stunden?|heures?|horas?|ore|seconds?|sekunden?|days?|tage[n]?|jours?|días|dias|giorni|minut\p{L}*|минут\p{L}*|час\p{L}*)(?![\p{L}])|\d+ ?(?:分钟|分間|分|小时|時間|분|시간)/giu,
  /#\s?\d+|\bno?\.? ?[°º]?\s?\d{4,}\b|№\s?\d+/gi,
]

/** As long as before, so that places stay. */
const blank = (text: string, pattern: RegExp) => text.replace(pattern, (found) => ' '.repeat(found.length))

const shapes: readonly RegExp[] = [
  /(?<![\p{L}\p{N}.,/_+-])(?<prefix>[A-Z]{1,2}-)?(?<digits>\d{4,8})(?![\p{L}\p{N}_/]|[.,-]\d|-[A-Z])/gu,
  /(?<![\p{L}\p{N}.,/_+-]|\d )(?<digits>\d{3}[ -]\d{3}|\d{2}[ -]\d{2}[ -]\d{2}|\d{4}[ -]\d{4}|\d(?: \d){3,7})(?![\p{L}\p{N}_/]|[.,-]\d| \d)/gu,
  /(?<![\p{L}\p{N}.,/_+-])(?<mixed>(?=[A-Z\d-]*\d)(?=[A-Z\d-]*[A-Z])[A-Z\d]{4,10}|[A-Z\d]{3,5}-[A-Z\d]{3,5})(?![\p{L}\p{N}_/-]|[.,]\d)/gu,
]
/** Small letters and digits: only right behind a name, or alone in a line below one. Letters alone: only where they are plainly called a code. */
const shy =
  /(?<![\p{L}\p{N}.,/_+-])(?<mixed>(?=[a-z\d]*\d)(?=[a-z\d]*[a-z])[a-z\d]{5,10}|[A-Z]{5,8})(?![\p{L}\p{N}_/-])/gu

/** As shops call theirs: a word, alone or with how much it takes off, or when. */
const isSlogan = (code: string) => /^[A-Z]{3,}\d{0,4}$/.test(code)
/** A year, a day written as eight digits, or as round as what is counted. */
const isFigure = (code: string) =>
  /^(?:19|20)\d\d(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))?$/.test(code) || /^[1-9]0{3,}$/.test(code)
const isShy = (code: string) => /[a-z]/.test(code)

function candidatesIn(text: string): Candidate[] {
  const trimmed = text.replace(/[^\p{L}\p{N}]/gu, '')
  return [...shapes, shy].flatMap((shape) =>
    [...text.matchAll(shape)].flatMap((found) => {
      const { digits, mixed } = found.groups ?? {}
      const code = digits === undefined ? (mixed ?? '') : digits.replace(/\D/g, '')
      if (mixed !== undefined && /^[A-Z]{3,5}-[A-Z]{3,5}$/.test(mixed) && !/\d/.test(mixed)) return []
      const isAlone = trimmed === found[0].replace(/[^\p{L}\p{N}]/gu, '')
      return [{ code, from: found.index, to: found.index + found[0].length, isAlone }]
    }),
  )
}

const labelsIn = (text: string): Label[] =>
  [...text.matchAll(labels)].map((found) => ({
    from: found.index,
    to: found.index + found[0].length,
    kind:
      found.groups?.other !== undefined
        ? 'other'
        : found.groups?.certain !== undefined
          ? 'certain'
          : 'likely',
  }))

const between = (text: string, from: number, to: number) => text.slice(from, to)
/** Only what joins a name and its number: “is”, “:”, “lautet”, “→”. */
const joins =
  /^[\s:：=\-–—→»>*"'“”„«()（【「『\]]*(?:(?:(?:for|para|pour|für|to|per|на|do) [^.!?:：]{1,30}?)?[\s,]*(?:is|are|ist|lautet|est|es|é|è|jest|:|：|是|为|為|は|は、|:|—|–|-|=|это|следующий|below|below is|below:)[\s:：*"'“”„«(（【「『]*)?$/iu

/** What is said of a candidate, and whether by a name that is whole enough to be certain. */
interface Said {
  readonly worth: number
  readonly isCertain: boolean
}

const no: Said = { worth: -1, isCertain: false }
const said = ({ kind }: Label, certain: number, likely: number): Said =>
  kind === 'other' ? no : { worth: kind === 'certain' ? certain : likely, isCertain: kind === 'certain' }

/** What the names in its own line say of a candidate; null: nothing. */
function saidInLine(text: string, known: readonly Label[], { from, to }: Candidate): Said | null {
  const before = known.findLast((label) => label.to <= from)
  const after = known.find((label) => label.from >= to)
  const isNearBefore = before !== undefined && from - before.to <= NEAR
  const isNearAfter = after !== undefined && after.from - to <= NEAR
  if (isNearBefore) {
    const gap = between(text, before.to, from)
    const isSameSentence = !/[.!?。！？]\s/.test(gap)
    // “482913 is your code. Order 12345”: each number has its own name.
    if (isSameSentence || !isNearAfter) {
      if (before.kind === 'other') return isSameSentence ? no : null
      if (joins.test(gap)) return said(before, 11, 9)
      if (isSameSentence) return said(before, 8, 5)
    }
  }
  if (isNearAfter) {
    const gap = between(text, to, after.from)
    if (/[.!?。！？]\s/.test(gap)) return null
    return said(after, 9, 7)
  }
  return null
}

/** What stands above a candidate that is alone in its line. */
function saidAbove(lines: readonly Line[], at: number, isAboutConfirming: boolean): Said {
  let seen = 0
  for (let above = at - 1; above >= 0 && seen < 3; above--) {
    const { text, isSubject } = lines[above] ?? { text: '', isSubject: false }
    if (text.trim() === '') continue
    seen += 1
    const named = labelsIn(text).at(-1)
    if (named !== undefined) return isSubject ? said(named, 7, 7) : said(named, 9, 8)
  }
  return isAboutConfirming && isAnnounced(lines, at) ? { worth: 6, isCertain: false } : no
}

/** Words that leave nothing to say but what comes below them: “Enter this in the app:”. */
const announcing = /[:：]\s*$/
/** A name alone in its line, as of a town below its number. */
const name = /^\s*\p{Lu}[\p{L}.'’-]*(?:[ ,]+[\p{L}.'’-]+){0,3}(?<!\.)\s*$/u

/** A number without a name above it is one where a colon leads to it, or the next line says what it is. */
function isAnnounced(lines: readonly Line[], at: number): boolean {
  const isEmpty = (line: number) => (lines[line]?.text ?? '').trim() === ''
  let above = at - 1
  while (above > 0 && isEmpty(above)) above -= 1
  let below = at + 1
  while (below < lines.length && isEmpty(below)) below += 1
  const said = labelsIn(lines[below]?.text.slice(0, NEAR) ?? '')[0]
  if (said !== undefined) return said.kind !== 'other'
  return announcing.test(lines[above]?.text ?? '') && !name.test(lines[at + 1]?.text ?? '')
}

/** What a message is about, as far as it says of its numbers what they are. */
interface Matter {
  readonly isConfirming: boolean
  readonly isSelling: boolean
}

function worthOf(lines: readonly Line[], at: number, candidate: Candidate, matter: Matter): number {
  const { text, isSubject } = lines[at] ?? { text: '', isSubject: false }
  const { code, isAlone } = candidate
  const inLine = saidInLine(text, labelsIn(text), candidate)
  const { worth, isCertain } =
    inLine ?? (isAlone && !isSubject ? saidAbove(lines, at, matter.isConfirming) : no)
  if (worth <= 0) return 0
  // Shops have codes, too, and call them what they like.
  if (matter.isSelling && (!isCertain || isSlogan(code))) return 0
  // A word and a figure are one only where they are plainly called so.
  if ((isSlogan(code) || isFigure(code)) && !(isCertain && worth >= 9)) return 0
  if (isShy(code) && !(worth >= 9 || (isAlone && inLine === null && worth >= 8))) return 0
  return worth + (isSubject ? 1 : 0) + (/^\d{6}$/.test(code) ? 1 : 0)
}

function readLines(subject: string, text: string): Line[] {
  const quiet = (line: string) =>
    figures.reduce(blank, blank(line.normalize('NFKC').slice(0, MOST_LINE), addresses))
  return [
    { text: quiet(subject), isSubject: true },
    ...text
      .slice(0, MOST_TEXT)
      .split('\n')
      .map((line) => ({ text: quiet(line), isSubject: false })),
  ]
}

/**
 * The one-time code that a message brings, as it is to be typed in; null where there is none, or where it is not plain which
 * number it is. Years, phone numbers, prices, dates, orders and their like are none, whatever stands beside them.
 */
export function findOneTimeCode(subject: string, text: string): string | null {
  const lines = readLines(subject, text)
  const matter = {
    isConfirming: confirming.test(subject),
    isSelling: selling.test(subject) || selling.test(text.slice(0, MOST_TEXT)),
  }
  const worths = new Map<string, number>()
  for (const [at, line] of lines.entries()) {
    for (const candidate of candidatesIn(line.text)) {
      const worth = worthOf(lines, at, candidate, matter)
      if (worth > (worths.get(candidate.code) ?? 0)) worths.set(candidate.code, worth)
    }
  }
  const [best, second] = [...worths].sort(([, one], [, other]) => other - one)
  if (best === undefined || best[1] < ENOUGH) return null
  return second !== undefined && second[1] === best[1] ? null : best[0]
}
