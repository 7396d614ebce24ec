import type { Slot } from './sample'
import { decodedPart } from './sampleUrl'
import { shapeOf, shapeOfText } from './shapes'

const MOST_SLOTS = 300
const MOST_DEPTH = 6

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The fields of a body, and of the objects in it, with what their values look like. Lists are one field. */
function slotsOf(body: Readonly<Record<string, unknown>>): Slot[] {
  const slots: Slot[] = []
  const walk = (fields: Readonly<Record<string, unknown>>, before: string, depth: number): void => {
    for (const [name, value] of Object.entries(fields)) {
      if (slots.length >= MOST_SLOTS) return
      const place = `${before}${name}`
      if (isFields(value) && Object.keys(value).length > 0 && depth < MOST_DEPTH)
        walk(value, `${place}.`, depth + 1)
      else slots.push({ place: 'body', name: place, shape: shapeOf(value) })
    }
  }
  walk(body, '', 1)
  return slots
}

/**
 * JSON as documentation writes it: with comments, commas behind the last one, `…`, and placeholders without quotes. A text
 * that does not end is passed over whole: looked for from each of its quotes, it would take minutes.
 */
const mended = (text: string): string =>
  text
    .replace(
      /("(?:[^"\\]|\\[\s\S])*"?)|\/\/[^\n]*|\/\*[\s\S]{0,2000}?\*\//g,
      (_, quoted?: string) => quoted ?? '',
    )
    .replace(/("(?:[^"\\]|\\[\s\S])*"?)|,?\s{0,200}(?:\.{3}|…)/g, (_, quoted?: string) => quoted ?? '')
    .replace(
      /("(?:[^"\\]|\\[\s\S])*"?)|<[^<>\n]*>|\{\{[^{}\n]*\}\}|\$\{?\w+\}?/g,
      (_, quoted?: string) => quoted ?? '""',
    )
    .replace(
      /("(?:[^"\\]|\\[\s\S])*"?)|,(\s{0,200}[}\]])/g,
      (_, quoted?: string, end?: string) => quoted ?? end ?? '',
    )

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What a body of JSON tells; null where it is no object of fields. */
export function readJsonBody(text: string): Slot[] | null {
  const body =
    parse(text) ?? parse(mended(text)) ?? (text.includes('"') ? undefined : parse(text.replaceAll("'", '"')))
  return isFields(body) ? slotsOf(body) : null
}

const decoded = (text: string): string => decodedPart(text.replaceAll('+', ' '))

/** `a[b][c]`, as forms write fields of fields, with dots; a list's `[]` is no part of its name. */
const dotted = (name: string): string => name.replace(/\[\d*\]$/, '').replace(/\[([^[\]]+)\]/g, '.$1')

/** What a form tells (WHATWG, "application/x-www-form-urlencoded"), as fields of a body. */
export function readFormBody(parts: readonly string[]): Slot[] {
  const slots = new Map<string, Slot>()
  for (const part of parts.filter((one) => one !== '')) {
    const [written = '', ...rest] = part.split('=')
    const name = dotted(decoded(written))
    if (name === '') continue
    const isList = slots.has(name) || /\[\d*\]$/.test(decoded(written))
    slots.set(name, { place: 'body', name, shape: isList ? 'list' : shapeOfText(decoded(rest.join('='))) })
  }
  return [...slots.values()].slice(0, MOST_SLOTS)
}
