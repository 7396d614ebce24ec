import type { DroppedPart } from '../../../shared/apiFile'
import type { AppErrorOf } from '../../../shared/errors'
import { err, ok, type Result } from '../../../shared/result'
import { isOwnHeader } from '../mapInputs'
import { type CurlCommand, readCurlCommand } from './curlCommand'
import { dropped, type Sample, type Slot } from './sample'
import { readFormBody, readJsonBody } from './sampleBody'
import { readQuery, readSampleUrl } from './sampleUrl'
import { shapeOfText } from './shapes'
import { splitWords } from './shellWords'

type SampleProblem = AppErrorOf<'api-sample'>['problem']

/** No sample of one operation is longer. */
const MOST_CHARACTERS = 20_000

/** Headers that our own requests have, or that say nothing of what is asked. */
const unsaid =
  /^(?:accept|accept-encoding|accept-language|content-type|content-length|user-agent|connection)$/i
const keyHeader = /auth|key|token|secret|session|credential|passw/i

interface Told {
  readonly slots: readonly Slot[]
  readonly dropped: readonly DroppedPart[]
}

function readHeaders({ headers, cookies, keys }: CurlCommand): Told {
  const slots: Slot[] = []
  const left: DroppedPart[] = keys.map((name) => dropped('key', name))
  if (cookies) left.push(dropped('header', 'Cookie'))
  for (const header of headers) {
    const end = header.search(/[:;]/)
    const name = header.slice(0, Math.max(end, 0)).trim()
    const value = header.slice(end + 1)
    if (name === '' || unsaid.test(name)) continue
    if (isOwnHeader(name)) slots.push({ place: 'header', name, shape: shapeOfText(value.trim()) })
    else left.push(dropped(keyHeader.test(name) ? 'key' : 'header', name))
  }
  return { slots, dropped: left }
}

const contentTypeOf = ({ headers }: CurlCommand): string =>
  headers
    .map((header) => /^\s*content-type\s*:\s*(\S.*)/i.exec(header)?.[1] ?? '')
    .find((type) => type !== '') ?? ''

/** `--data-urlencode`: `name=value`, `name@file`, `=value`, or a value without a name ("curl(1)"). */
const encoded = (text: string): string => {
  const [, name = '', value] = /^([^=@]*)=([\s\S]*)$/.exec(text) ?? []
  return value === undefined ? '' : `${name}=${encodeURIComponent(value)}`
}

function readData(command: CurlCommand): Told & { readonly query: string } {
  const left: DroppedPart[] = []
  const texts: string[] = []
  const query: string[] = []
  for (const { kind, text } of command.data) {
    if (kind !== 'query' && /^@./.test(text)) left.push(dropped('file', text.slice(1)))
    else if (kind === 'query') query.push(encoded(text))
    else texts.push(kind === 'url' ? encoded(text) : text)
  }
  if (command.upload !== null) left.push(dropped('file', command.upload))
  if (command.isGet) return { slots: [], dropped: left, query: [...query, ...texts].join('&') }
  const around = query.join('&')
  if (command.form.length > 0) {
    const isFile = (part: string) => /^[^=]*=[@<]/.test(part)
    const files = command.form.filter(isFile).map((part) => dropped('file', part.replace(/^[^=]*=[@<]/, '')))
    const slots = readFormBody(
      command.form
        .filter((part) => !isFile(part))
        .map((part) =>
          part.replace(/^([^=]*)=([\s\S]*)$/, (_, name, value) => `${name}=${encodeURIComponent(value)}`),
        ),
    )
    return { slots, dropped: [...left, ...files, dropped('form', 'multipart/form-data')], query: around }
  }
  const body = texts.join(command.data.some(({ kind }) => kind === 'json') ? '' : '&').trim()
  if (body === '') return { slots: [], dropped: left, query: around }
  const json = readJsonBody(texts.join('').trim())
  if (json !== null) return { slots: json, dropped: left, query: around }
  if (/^[[{]/.test(body) || /json/i.test(contentTypeOf(command)) || !body.includes('=')) {
    return { slots: [], dropped: [...left, dropped('content', '')], query: around }
  }
  const form = dropped('form', 'application/x-www-form-urlencoded')
  return { slots: readFormBody(body.split('&')), dropped: [...left, form], query: around }
}

function methodOf(command: CurlCommand): string {
  if (command.request !== null && command.request !== '') return command.request.toUpperCase()
  if (command.isHead) return 'HEAD'
  if (command.isGet) return 'GET'
  if (command.upload !== null) return 'PUT'
  return command.data.some(({ kind }) => kind !== 'query') || command.form.length > 0 ? 'POST' : 'GET'
}

/** Where the command begins: on a line of its own, behind a prompt, variables and `sudo`; else wherever its name stands. */
const onItsLine =
  /^[ \t]*(?:[$>#%][ \t]+)?(?:\w+=\S*[ \t]+|sudo[ \t]+)*(?:[\w./\\:-]*[/\\])?curl(?:\.exe)?(?=[\s\\^`])/im
const anywhere = /(?:^|[\s;&|(])curl(?:\.exe)?(?=[\s\\^`])/i

/**
 * What the sample of one operation in documentation asks: a command line for curl ("curl(1)"), as pages of documentation,
 * browsers and copying leave it. Host and keys are not in it, and what else is not is told. Nothing is run, opened or sent.
 */
export function readCurl(text: string): Result<Sample, SampleProblem> {
  if (text.length > MOST_CHARACTERS) return err('too-long')
  const found = onItsLine.exec(text) ?? anywhere.exec(text)
  if (found === null) return err('no-curl')
  const words = splitWords(text.slice(found.index + found[0].length))
  if (!words.ok) return words
  const command = readCurlCommand(words.value)
  if (command.url === null) return err('no-url')
  const url = readSampleUrl(command.url)
  if (url === null) return err('url')
  const data = readData(command)
  const added = readQuery(data.query)
  const headers = readHeaders(command)
  return ok({
    method: methodOf(command),
    steps: url.steps,
    isWhole: url.isWhole,
    slots: [...url.query, ...added.slots, ...data.slots, ...headers.slots],
    dropped: [...url.dropped, ...added.dropped, ...headers.dropped, ...data.dropped],
  })
}
