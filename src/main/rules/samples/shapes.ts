import type { InputType } from '../../../shared/litemail/operation'
import type { Shape } from './sample'

/** What stands for a value, and is none: `string`, `<name>`, `{{id}}`, `$ID`, `your_id`, `…`; and `MAILBOX_ID`. */
const placeholder =
  /^(?:|string|text|value|null|\.{3}|…|<[^<>]*>|\{\{?[^{}]*\}\}?|\$\{?\w+\}?|\[[^[\]]*\]|(?:your|my|the)[_ -].*)$/i
const capitals = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/

/** Ids as services draw them: UUID (RFC 9562), cuid, ULID, MongoDB's, and `sub_1`. */
const ids =
  /^(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|(?=[a-z]*\d)(?:c[a-z0-9]{23,31}|[0-9A-HJKMNP-TV-Z]{26}|[0-9a-f]{16,64})|[a-z]{2,10}_(?=[A-Za-z0-9_-]*\d)[A-Za-z0-9_-]+)$/i

/** Nothing that is known by its form is longer: a file may have any text in it, and what is typed is read at each key. */
const LONGEST_KNOWN = 400

/** What the value of a sample looks like. */
export function shapeOfText(text: string): Shape {
  if (text.length > LONGEST_KNOWN) return 'text'
  if (placeholder.test(text) || capitals.test(text)) return 'unknown'
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return 'number'
  if (/^(?:true|false)$/i.test(text)) return 'boolean'
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return 'email'
  if (/^https?:\/\//i.test(text)) return 'url'
  if (/^#[0-9a-f]{3,8}$/i.test(text)) return 'color'
  if (/^[A-Z]{2}$/.test(text)) return 'country'
  if (ids.test(text)) return 'id'
  return /^(?:[a-z0-9-]+\.)+[a-z]{2,}$/i.test(text) ? 'host' : 'text'
}

/** The same of a value in JSON; an object has none. */
export function shapeOf(value: unknown): Shape {
  if (typeof value === 'string') return shapeOfText(value)
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'boolean'
  if (!Array.isArray(value)) return 'unknown'
  return value.some((item) => typeof item === 'object' && item !== null) ? 'rows' : 'list'
}

/** The last step of a path, where no word of a documented path stands: ids as above, numbers, addresses, host names. */
export const isValueInPath = (text: string): boolean =>
  ['number', 'email', 'host', 'id'].includes(shapeOfText(text)) ||
  // As nanoid draws them.
  /^(?=.*[A-Z])(?=.*[a-z])(?=.*\d)[\w-]{8,}$/.test(text)

const strong: Readonly<Record<InputType, readonly Shape[]>> = {
  text: [],
  texts: ['list'],
  id: ['id'],
  ids: ['list'],
  number: ['number'],
  boolean: ['boolean'],
  email: ['email'],
  url: ['url'],
  color: ['color'],
  country: ['country'],
  secret: [],
  rows: ['rows'],
}
const possible: Readonly<Record<InputType, readonly Shape[]>> = {
  text: ['text', 'number', 'email', 'url', 'host', 'color', 'country', 'id'],
  texts: ['text', 'host', 'id'],
  id: ['text', 'number', 'host'],
  ids: ['text', 'number', 'id'],
  number: [],
  boolean: ['number'],
  email: ['text'],
  url: ['text', 'host'],
  color: ['text'],
  country: ['text'],
  secret: ['text', 'number', 'id'],
  rows: [],
}

/** How well a value of this shape fits an input: 2 as nothing else does, 1 it may, 0 it cannot. */
export const fitOf = (type: InputType, shape: Shape): 0 | 1 | 2 => {
  if (strong[type].includes(shape)) return 2
  return shape === 'unknown' || possible[type].includes(shape) ? 1 : 0
}
