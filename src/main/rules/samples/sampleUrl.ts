import type { DroppedPart } from '../../../shared/apiFile'
import { dropped, type Slot, type Step } from './sample'
import { isValueInPath, shapeOfText } from './shapes'

/** An address of a sample in parts. */
export interface SampleUrl {
  readonly steps: readonly Step[]
  readonly isWhole: boolean
  readonly query: readonly Slot[]
  readonly dropped: readonly DroppedPart[]
}

/**
 * Placeholders of a step with a name: `{id}`, `{{ id }}`, `:id`, `<id>`, `[id]`, `$ID`, `${ID}`, `YOUR_ID`, `MAILBOX_ID`. Spaces
 * around it are its own here: where they may be this part or that, finding none takes minutes.
 */
const named =
  /^(?:\{\{?([^{}]+)\}\}?|:([A-Za-z_][\w-]*)|<([^<>]+)>|\[([^[\]]+)\]|\$\{?(\w+)\}?|((?:YOUR|MY)[_-]\w+|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|ID))$/

/** A part of an address or of a form, decoded; as it stands where it cannot be. */
export const decodedPart = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The step of a path, or what stands in the place of one. */
function readStep(written: string): Step {
  const text = decodedPart(written)
  const name = named
    .exec(text)
    ?.slice(1)
    .find((part) => part !== undefined)
    ?.trim()
  if (name !== undefined && name !== '') {
    const own = name.replace(/[{}]/g, '').replace(/^(?:YOUR|MY)[_-]/i, '')
    return { text, kind: 'named', name: own, shape: 'unknown' }
  }
  // What has to be written with percent signs is nothing that a path of documentation has.
  if (isValueInPath(text)) return { text, kind: 'value', name: '', shape: shapeOfText(text) }
  return { text: written, kind: 'word', name: '', shape: 'text' }
}

/** Names in a query that say who asks. */
const keyName = /^(?:(?:api|access|auth|secret)[-_]?)?(?:key|token)$/i

/** What a query tells; a name that comes several times is a list. */
export function readQuery(query: string): { slots: Slot[]; dropped: DroppedPart[] } {
  const values = new Map<string, string[]>()
  for (const part of query.split('&').filter((one) => one !== '')) {
    const [name = '', ...rest] = part.split('=')
    const value = decodedPart(rest.join('=').replaceAll('+', ' '))
    const own = decodedPart(name.replaceAll('+', ' '))
    const known = values.get(own)
    if (known === undefined) values.set(own, [value])
    else known.push(value)
  }
  const slots = [...values].map(([name, [first = '', ...others]]): Slot => {
    const isList = others.length > 0 || name.endsWith('[]')
    return { place: 'query', name, shape: isList ? 'list' : shapeOfText(first) }
  })
  const isKey = ({ name }: Slot) => keyName.test(name)
  return {
    slots: slots.filter((slot) => !isKey(slot)),
    dropped: slots.filter(isKey).map(({ name }) => dropped('key', name)),
  }
}

/** The steps of a path as it stands behind the host. */
export const readSteps = (path: string): Step[] => path.split('/').slice(1).map(readStep)

/** A real host; a placeholder that stands for one; or neither, where the path begins. */
const whole = /^(?:https?:)?\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?/i
const bare = /^([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::\d+)?|localhost(?::\d+)?)(\/[^?#]*)?(?:\?([^#]*))?/
const standIn =
  /^(?:https?:\/\/)?(\$\{?\w+\}?|\{\{?[^{}/]+\}\}?|<[^<>/]+>|\[[^[\]/]+\]|(?:YOUR|MY)[_-][\w.-]+)(\/[^?#]*)?(?:\?([^#]*))?/i
const onlyPath = /^()(\/[^/?#][^?#]*|\/)(?:\?([^#]*))?/

/** Reads the address of a sample; null where it is none that a service of HTTP has. */
export function readSampleUrl(url: string): SampleUrl | null {
  const text = url.trim()
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text) && !/^https?:\/\//i.test(text)) return null
  const placed = standIn.exec(text) ?? onlyPath.exec(text)
  const [found, host = '', path = '', query = ''] = placed ?? whole.exec(text) ?? bare.exec(text) ?? []
  if (found === undefined) return null
  const read = readQuery(query)
  return {
    steps: path === '' ? [] : readSteps(path),
    isWhole: placed === null && host !== '',
    query: read.slots,
    dropped: [...(host === '' ? [] : [dropped('host', host.replace(/^.*@/, ''))]), ...read.dropped],
  }
}
