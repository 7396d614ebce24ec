/** A request as it would be sent, its key under a name. */
export interface NamedRequest {
  readonly method: string
  readonly url: string
  /** The one with the key says it as a variable of a shell, as `Bearer $LITEMAIL_KEY`. */
  readonly headers: readonly { readonly name: string; readonly value: string; readonly isKey?: boolean }[]
  readonly body: string | null
}

/** One word of a shell, whatever stands in it (POSIX, "Shell Command Language", 2.2.2). */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

/** A request as a command that does the same ("curl.1 the man page"); the key is taken from the environment. */
export function curlCommand({ method, url, headers, body }: NamedRequest): string {
  const parts = [
    ...(method === 'GET' ? [] : [`-X ${method}`]),
    // Brackets and braces would be read as several addresses.
    ...(/[[\]{}]/.test(url) ? ['--globoff'] : []),
    quoted(url),
    ...headers.map(({ name, value, isKey = false }) =>
      isKey ? `-H "${name}: ${value}"` : `-H ${quoted(`${name}: ${value}`)}`,
    ),
    ...(body === null ? [] : [`--data-raw ${quoted(body)}`]),
  ]
  return `curl ${parts.join(' \\\n  ')}`
}
