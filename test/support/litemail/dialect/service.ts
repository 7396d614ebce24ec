import { type Answer, jsonAnswer } from '../../loopback/answer'
import type { Reply, Served, ServedRequest } from '../../loopback/served'
import { BASE_PATH, type GoldenOperation, goldenOperation } from '../golden'
import { LitemailService } from '../service'
import { type DialectOperation, dialect, exampleOf } from './words'

type Values = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The values that the golden example of an operation has, by Litemail's names. */
export function goldenValues({ path, request }: GoldenOperation): Values {
  const url = new URL(request.target, 'http://golden.test')
  const at = `${BASE_PATH}${path}`.split('/').indexOf('{id}')
  return {
    ...(at < 0 ? {} : { id: url.pathname.split('/')[at] }),
    ...Object.fromEntries(url.searchParams),
    ...(isFields(request.body) ? request.body : {}),
  }
}

/** What a sample of an operation fills in, by Litemail's names: each of its inputs. */
export function sampleValues({ id, inputs }: DialectOperation): Values {
  const golden = goldenValues(goldenOperation(id))
  return Object.fromEntries(
    Object.keys(inputs).map((input) => [
      input,
      Object.hasOwn(golden, input) ? golden[input] : exampleOf(input),
    ]),
  )
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const at = (value: unknown, place: string): unknown =>
  place
    .split('.')
    .reduce((found, name) => (isFields(found) && Object.hasOwn(found, name) ? found[name] : undefined), value)

/** What stands in the steps of a path, by this service's names; null where it is another path. */
function stepsOf(template: string, path: string): Record<string, string> | null {
  const [wanted, given] = [template.split('/'), path.split('/')]
  if (wanted.length !== given.length) return null
  const found: Record<string, string> = {}
  for (const [index, step] of wanted.entries()) {
    const name = /^\{(.+)\}$/.exec(step)?.[1]
    if (name !== undefined) found[name] = decodeURIComponent(given[index] ?? '')
    else if (step !== given[index]) return null
  }
  return found
}

/** How many of its steps are words. */
const wordsIn = ({ path }: DialectOperation): number =>
  path.split('/').filter((step) => !step.startsWith('{')).length

const putAt = (place: string, value: unknown): unknown =>
  place.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), value)

const merged = (one: unknown, other: unknown): unknown => {
  if (!isFields(one) || !isFields(other)) return other
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      Object.hasOwn(one, name) && Object.hasOwn(other, name)
        ? merged(one[name], other[name])
        : (one[name] ?? other[name]),
    ]),
  )
}

const envelope = new Set(['status', 'success', 'message'])

/** What an answer of Litemail's is about, and how many of it there are, if it says so. */
function contentOf(body: unknown): { content: unknown; total: unknown } {
  const bare = Object.entries(isFields(body) ? body : {}).filter(([name]) => !envelope.has(name))
  const data = isFields(body) && Object.hasOwn(body, 'data') ? body.data : Object.fromEntries(bare)
  if (!isFields(data) || !Object.hasOwn(data, 'currentPage')) return { content: data, total: undefined }
  return { content: data.mailboxes ?? data.domains, total: data.totalSearchedCount }
}

/**
 * A service that can all that Litemail can, and has each operation asked at another path, mostly with another method, its
 * inputs elsewhere under other names, and that answers elsewhere in the body. What is not asked exactly so it refuses: 404, 405,
 * or 400 with the inputs that are not what the sample of its documentation has.
 */
export class DialectService implements Served {
  readonly litemail = new LitemailService()
  readonly wrongShape = { anything: 42 }
  /** Until then it is Litemail itself. */
  isOn = false

  refuse(status: number, message: string): Answer {
    return jsonAnswer(status, { error: message })
  }

  handle(request: ServedRequest, how: { readonly commit: boolean }): Reply {
    if (!this.isOn) return this.litemail.handle(request, how)
    const below = request.path.startsWith(`${BASE_PATH}/`) ? request.path.slice(BASE_PATH.length) : ''
    const fitting = dialect
      .flatMap((operation) => {
        const steps = stepsOf(operation.path, below)
        return steps === null ? [] : [{ operation, steps }]
      })
      .toSorted((one, other) => wordsIn(other.operation) - wordsIn(one.operation))
    const found = fitting.find(({ operation }) => operation.method === request.method)
    if (found === undefined) {
      const status = fitting.length > 0 ? 405 : 404
      return { answer: this.refuse(status, `Cannot ${request.method} ${request.path}`), created: null }
    }
    return this.#answer(found.operation, found.steps, request, how)
  }

  #answer(
    operation: DialectOperation,
    steps: Readonly<Record<string, string>>,
    request: ServedRequest,
    how: { readonly commit: boolean },
  ): Reply {
    const given = { path: steps, query: request.query, header: request.headers, body: jsonOf(request.body) }
    const wanted = sampleValues(operation)
    const wrong = Object.entries(operation.inputs).flatMap(([input, where]) => {
      const [place = '', name = ''] = where.split(' ')
      const value =
        place === 'body'
          ? at(given.body, name)
          : at(
              place === 'path' ? given.path : place === 'query' ? given.query : given.header,
              place === 'header' ? name.toLowerCase() : name,
            )
      return isSame(place, value, wanted[input]) ? [] : [`${place} ${name}`]
    })
    if (wrong.length > 0)
      return { answer: this.refuse(400, `Not as documented: ${wrong.join(', ')}`), created: null }
    const reply = this.litemail.handle(this.#translated(operation, wanted, request), how)
    if (reply.answer.status >= 300) return reply
    const { content, total } = contentOf(jsonOf(reply.answer.body))
    const { rows, total: totalPlace, next } = operation
    const told = [
      putAt(rows, content),
      ...(totalPlace === undefined ? [] : [putAt(totalPlace, total)]),
      ...(next === undefined ? [] : [putAt(next, null)]),
    ]
    const body = told.reduce(merged)
    return { ...reply, answer: jsonAnswer(reply.answer.status, body) }
  }

  /** The same for Litemail. */
  #translated({ id }: DialectOperation, values: Values, request: ServedRequest): ServedRequest {
    const golden = goldenOperation(id)
    const { id: row, ...others } = values
    const path = `${BASE_PATH}${golden.path.replace('{id}', encodeURIComponent(String(row)))}`
    const query = Object.fromEntries(Object.entries(others).map(([name, value]) => [name, String(value)]))
    const hasBody = golden.request.body !== undefined
    return {
      method: golden.method,
      path,
      query: hasBody ? {} : query,
      headers: request.headers,
      body: hasBody ? JSON.stringify(others) : '',
    }
  }
}

/** Only a body has values that are no text. */
const isSame = (place: string, given: unknown, wanted: unknown): boolean =>
  place === 'body' ? JSON.stringify(given) === JSON.stringify(wanted) : given === String(wanted)
