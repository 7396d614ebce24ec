import type { ApiMap, InputMap } from '../../shared/apiMap'
import type { AnyOperation, InputField } from '../../shared/litemail/operation'
import type { MapIssue } from '../../shared/text/mapIssues'

/** The form that names of own headers have (RFC 9110, 5.1, allows more). */
const headerName = /^[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*$/
const LONGEST_HEADER = 64
/**
 * Headers that say who asks, for whom, where to, how the message is read or what the method is; none of them is the place of
 * an input.
 */
const ownHeaders =
  /auth|cookie|key|token|secret|passw|session|credential|signature|method|override|workspace|host|impersonat|forwarded|proxy|^(?:origin|referer|via|from|date|te|trailer|upgrade|expect|range|connection|keep-alive|user-agent|forwarded|cache-control|pragma|dnt|max-forwards|http2-settings)$|^(?:accept|access-control|content|if|proxy|sec|transfer|x-forwarded|x-real|x-original|x-rewrite|cf|true-client)(?:-|$)/

/** In a query: what may stand there as it is written (RFC 3986, 3.4), and the brackets that many services use. */
const queryName = /^[A-Za-z0-9\-._~[\]$:]+$/
/** In a body: the name of a field, dots between fields of fields. Nothing in it may hide or turn what is read. */
const bodyStep = /^[^.\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+$/u
/** What an object has without being given it. */
const inherited = new Set(['__proto__', 'constructor', 'prototype'])

type Rule = 'secret-place' | 'path-name' | 'query-name' | 'header-name' | 'body-name' | 'get-body'

function findRule(
  { name: input, type }: InputField,
  { place, name }: InputMap,
  { method, path }: ApiMap,
): Rule | null {
  // Servers on the way write down what is in an address.
  if (type === 'secret' && (place === 'path' || place === 'query')) return 'secret-place'
  switch (place) {
    case 'path':
      return name === input && path.includes(`{${input}}`) ? null : 'path-name'
    case 'query':
      return queryName.test(name) ? null : 'query-name'
    case 'header':
      return isOwnHeader(name) ? null : 'header-name'
    case 'body':
      if (method === 'GET') return 'get-body'
      return name.split('.').every((step) => bodyStep.test(step) && !inherited.has(step)) ? null : 'body-name'
  }
}

/** Whether an input may go into a header of this name: a plain name of its own, and none that means something already. */
export const isOwnHeader = (name: string): boolean =>
  name.length <= LONGEST_HEADER && headerName.test(name) && !ownHeaders.test(name.toLowerCase())

/** Whether two inputs would meet: one name twice, or one inside the other. */
export function meets(one: InputMap, other: InputMap): boolean {
  if (one.place !== other.place) return false
  if (one.place === 'header') return one.name.toLowerCase() === other.name.toLowerCase()
  if (one.place !== 'body') return one.name === other.name
  return (
    one.name === other.name || one.name.startsWith(`${other.name}.`) || other.name.startsWith(`${one.name}.`)
  )
}

/** Why inputs cannot go where a map says. Names of the table only; what the table does not know is not named. */
export function judgeInputs({ input }: AnyOperation, map: ApiMap): MapIssue[] {
  const entries = Object.entries(map.inputs)
  const issues: MapIssue[] = []
  if (entries.some(([name]) => !input.some((field) => field.name === name))) issues.push('inputs: unknown')
  for (const field of input) {
    const { name, isRequired } = field
    const mine = Object.hasOwn(map.inputs, name) ? map.inputs[name] : undefined
    if (mine === undefined) {
      // At a sibling service no ids mean all of them: what an operation needs is always sent.
      if (isRequired) issues.push(`inputs.${name}: left-out`)
      continue
    }
    const rule = findRule(field, mine, map)
    if (rule !== null) issues.push(`inputs.${name}: ${rule}`)
    else if (entries.some(([other, theirs]) => other !== name && meets(mine, theirs)))
      issues.push(`inputs.${name}: twice`)
  }
  return issues
}
