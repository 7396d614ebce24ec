/** What a curl command says ("curl(1)"), as far as it says what is asked. */
export interface CurlCommand {
  /** The first one; null where there is none. */
  readonly url: string | null
  /** As `--request` says; null: curl's own. */
  readonly request: string | null
  /** As they stand, `Name: value`. */
  readonly headers: readonly string[]
  readonly data: readonly CurlData[]
  /** Of a form with parts (`--form`): `name=value`. */
  readonly form: readonly string[]
  /** Names of keys that are no headers: `--user`, … */
  readonly keys: readonly string[]
  readonly cookies: boolean
  /** Data goes into the query. */
  readonly isGet: boolean
  readonly isHead: boolean
  /** What is sent is a file; null: none. */
  readonly upload: string | null
}

/** One part of the data. `json`: said to be. `url`: its values are encoded by curl. `query`: it goes into the query. */
export interface CurlData {
  readonly kind: 'text' | 'json' | 'url' | 'query'
  readonly text: string
}

const valueOptions: Readonly<Record<string, string>> = {
  '-X': '--request',
  '-H': '--header',
  '-d': '--data',
  '-F': '--form',
  '-u': '--user',
  '-b': '--cookie',
  '-T': '--upload-file',
}
const flagOptions: Readonly<Record<string, string>> = { '-G': '--get', '-I': '--head' }

/** Others that take a value ("curl(1)"), so that it is not taken for the address. */
const otherValues = new Set(
  `--abstract-unix-socket --alt-svc --aws-sigv4 --cacert --capath --cert --cert-type --ciphers --compressed-ssh --config
  --connect-timeout --connect-to --continue-at --cookie-jar --create-file-mode --curves --delegation --dns-servers
  --doh-url --dump-header --engine --etag-compare --etag-save --expect100-timeout --form-string --hostpubmd5 --hsts
  --interface --keepalive-time --key --key-type --limit-rate --local-port --login-options --max-filesize --max-redirs
  --max-time --netrc-file --noproxy --output --output-dir --parallel-max --pass --pinnedpubkey --preproxy --proto
  --proto-default --proto-redir --proxy --proxy-header --proxy-user --pubkey --quote --random-file --range --rate
  --referer --resolve --retry --retry-delay --retry-max-time --service-name --socks5 --socks5-hostname --speed-limit
  --speed-time --stderr --tls-max --tls13-ciphers --trace --trace-ascii --unix-socket --user-agent --variable
  --write-out`.split(/\s+/),
)
/** Those of one letter. */
const otherLetters = new Set('AeomTxwcEKDrQyYzCPUt')

const dataKinds: Readonly<Record<string, CurlData['kind']>> = {
  '--data': 'text',
  '--data-raw': 'text',
  '--data-ascii': 'text',
  '--data-binary': 'text',
  '--data-urlencode': 'url',
  '--url-query': 'query',
  '--json': 'json',
}

/** An option of a word, and the value that stands in the same word. */
interface Option {
  readonly name: string
  readonly value: string | null
}

/** The options in one word: `--name`, `--name=value`, or letters of which the last may take the rest as its value. */
function* optionsIn(word: string): Generator<Option> {
  if (word.startsWith('--')) {
    const [, name = word, value] = /^(--[a-z0-9-]+)=([\s\S]*)$/.exec(word) ?? []
    yield { name, value: value ?? null }
    return
  }
  for (let at = 1; at < word.length; at += 1) {
    const letter = word[at] ?? ''
    const known = valueOptions[`-${letter}`]
    const rest = word.slice(at + 1)
    if (known !== undefined || otherLetters.has(letter)) {
      yield { name: known ?? `-${letter}`, value: rest === '' ? null : rest.replace(/^=/, '') }
      return
    }
    yield { name: flagOptions[`-${letter}`] ?? `-${letter}`, value: null }
  }
}

const takesValue = (name: string): boolean =>
  Object.values(valueOptions).includes(name) ||
  Object.hasOwn(dataKinds, name) ||
  otherValues.has(name) ||
  name === '--url' ||
  name === '--oauth2-bearer' ||
  (name.length === 2 && otherLetters.has(name.slice(1)))

/** Reads the words behind `curl`. Options that say how and not what are passed over. */
export function readCurlCommand(words: readonly string[]): CurlCommand {
  const command = {
    url: null as string | null,
    request: null as string | null,
    headers: [] as string[],
    data: [] as CurlData[],
    form: [] as string[],
    keys: [] as string[],
    cookies: false,
    isGet: false,
    isHead: false,
    upload: null as string | null,
  }
  const take = (name: string, value: string): void => {
    const kind = dataKinds[name]
    if (kind !== undefined) command.data.push({ kind, text: value })
    else if (name === '--request') command.request = value
    else if (name === '--header') command.headers.push(value)
    else if (name === '--form' || name === '--form-string') command.form.push(value)
    else if (name === '--user' || name === '--oauth2-bearer') command.keys.push(name)
    else if (name === '--cookie') command.cookies = true
    else if (name === '--upload-file') command.upload = value
    else if (name === '--url') command.url ??= value
    else if (name === '--get') command.isGet = true
    else if (name === '--head') command.isHead = true
  }
  let areOptionsOver = false
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (word === '--' && !areOptionsOver) areOptionsOver = true
    else if (areOptionsOver || !word.startsWith('-') || word === '-') command.url ??= word
    else {
      for (const { name, value } of optionsIn(word)) {
        if (value !== null || !takesValue(name)) take(name, value ?? '')
        else {
          at += 1
          take(name, words[at] ?? '')
        }
      }
    }
  }
  return command
}
