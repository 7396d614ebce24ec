import { sampleValues } from './service'
import { type DialectOperation, dialect } from './words'

/** A request as the other service's documentation shows it. */
interface Shown {
  readonly method: string
  readonly url: string
  readonly query: readonly (readonly [string, string])[]
  readonly headers: readonly (readonly [string, string])[]
  readonly body: unknown
}

type Fields = Record<string, unknown>

function put(body: Fields, place: string, value: unknown): void {
  const steps = place.split('.')
  const last = steps.pop() ?? ''
  let inner = body
  for (const step of steps) {
    const found = (inner[step] ?? {}) as Fields
    inner[step] = found
    inner = found
  }
  inner[last] = value
}

/** How the step of a path is written in a sample: with an example, or a placeholder in one of their forms. */
const stepForms: readonly ((name: string, value: string) => string)[] = [
  (_, value) => value,
  (name) => `{${name}}`,
  (name) => `:${name}`,
  (name) => `<${name}>`,
  (name) => `$${name.toUpperCase()}`,
  () => '6f1c2a9e-8f0b-4c1d-9a57-3f9d2b7c5e10',
  () => '48213',
  (name) => `{{${name}}}`,
]

function show(operation: DialectOperation, number: number): Shown {
  const values = sampleValues(operation)
  const body: Fields = {}
  const query: [string, string][] = []
  const headers: [string, string][] = []
  let path = operation.path
  for (const [input, where] of Object.entries(operation.inputs)) {
    const [place = '', name = ''] = where.split(' ')
    const value = values[input]
    if (place === 'path') {
      const form = stepForms[number % stepForms.length]
      path = path.replace(`{${name}}`, form?.(name, String(value)) ?? '')
    } else if (place === 'query') query.push([name, String(value)])
    else if (place === 'header') headers.push([name, String(value)])
    else put(body, name, value)
  }
  const hasBody = Object.keys(body).length > 0
  return {
    method: operation.method,
    url: `https://api.other.test/v1${path}`,
    query,
    headers,
    body: hasBody ? body : undefined,
  }
}

const queryOf = ({ query }: Shown): string =>
  query.length === 0
    ? ''
    : `?${query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`
const json = (body: unknown): string => JSON.stringify(body)
const pretty = (body: unknown): string => JSON.stringify(body, null, 4)

/** The ways in which documentation, browsers and tools write one and the same request. */
const writers: readonly ((shown: Shown) => string)[] = [
  (shown) =>
    [
      `curl --request ${shown.method} \\`,
      `  --url '${shown.url}${queryOf(shown)}' \\`,
      ...shown.headers.map(([name, value]) => `  --header '${name}: ${value}' \\`),
      `  --header 'x-api-key: <api-key>'${shown.body === undefined ? '' : ` \\\n  --header 'Content-Type: application/json' \\\n  --data '${pretty(shown.body)}'`}`,
    ].join('\n'),
  (shown) =>
    `curl --location${shown.method === 'GET' ? '' : ` --request ${shown.method}`} "${shown.url}${queryOf(shown)}" -H "Authorization: Bearer $TOKEN"${shown.headers
      .map(([name, value]) => ` -H "${name}: ${value}"`)
      .join(
        '',
      )}${shown.body === undefined ? '' : ` -H "Content-Type: application/json" --data-raw "${json(shown.body).replaceAll('"', '\\"')}"`}`,
  (shown) =>
    `$ curl -sS -X${shown.method} ${shown.url.includes('$') || shown.url.includes('<') ? `"${shown.url}"` : shown.url} -G${shown.query
      .map(([name, value]) => ` --data-urlencode '${name}=${value}'`)
      .join('')}${shown.headers.map(([name, value]) => ` -H'${name}: ${value}'`).join('')} | jq .`,
  (shown) =>
    `curl '${shown.url}${queryOf(shown)}' \\\n  -X '${shown.method}' \\\n  -H 'accept: application/json' \\\n  -H 'cookie: session=1' \\\n${shown.headers
      .map(([name, value]) => `  -H '${name.toLowerCase()}: ${value}' \\\n`)
      .join(
        '',
      )}${shown.body === undefined ? '' : `  --data-raw $'${json(shown.body).replaceAll('\\', '\\\\').replaceAll("'", "\\'")}' \\\n`}  --compressed`,
  (shown) =>
    `curl ^"${shown.url}${queryOf(shown).replaceAll('&', '^&')}^" ^\r\n  -X ^"${shown.method}^" ^\r\n${shown.headers
      .map(([name, value]) => `  -H ^"${name}: ${value}^" ^\r\n`)
      .join(
        '',
      )}  -H ^"x-api-key: YOUR_KEY^"${shown.body === undefined ? '' : ` ^\r\n  --data-raw ^"${json(shown.body).replaceAll('"', '\\^"').replaceAll('{', '^{').replaceAll('}', '^}')}^"`}`,
  (shown) =>
    `# The key is that of your account\ncurl -X ${shown.method} “${shown.url}${queryOf(shown)}” \\ \n     -H “x-api-key: YOUR_API_KEY” \\ \n${shown.headers
      .map(([name, value]) => `     -H “${name}: ${value}” \\ \n`)
      .join(
        '',
      )}${shown.body === undefined ? '' : `     --json '${json(shown.body)}' \\ \n`}     --max-time 30`,
]

/** `-G` has no body: the third way is that of requests without one. */
const BODILESS = 2

/** The sample of every operation of the other service's documentation, each in one of the ways of writing it. */
export const curlSamples: ReadonlyMap<string, string> = new Map(
  dialect.map((operation, number) => {
    const shown = show(operation, number)
    const way = number % writers.length
    const writer = writers[way === BODILESS && (shown.body !== undefined || shown.method !== 'GET') ? 0 : way]
    return [operation.id, writer?.(shown) ?? '']
  }),
)
