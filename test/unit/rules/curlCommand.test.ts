import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { curlCommand, type NamedRequest } from '../../../src/main/rules/curlCommand'

/** What a real shell hands over to a program that is called so, word by word. */
const wordsOf = (command: string): string[] => {
  const program = `curl() { for word in "$@"; do printf '%s\\0' "$word"; done; }\n${command}`
  const said = execFileSync('/bin/sh', ['-c', program], {
    encoding: 'utf8',
    env: { LITEMAIL_KEY: 'lm key "of" $mine' },
  })
  return said.split('\0').slice(0, -1)
}

const aRequest = (change: Partial<NamedRequest> = {}): NamedRequest => ({
  method: 'GET',
  url: 'https://api.litemail.app/v1/tags?page=2',
  headers: [
    { name: 'x-api-key', value: '$LITEMAIL_KEY', isKey: true },
    { name: 'Accept', value: 'application/json' },
  ],
  body: null,
  ...change,
})

describe('a request as a command', () => {
  it('takes the key from the environment, and from nowhere else', () => {
    const command = curlCommand(aRequest())
    expect(command).toContain('"x-api-key: $LITEMAIL_KEY"')
    expect(wordsOf(command)).toEqual([
      'https://api.litemail.app/v1/tags?page=2',
      ...['-H', 'x-api-key: lm key "of" $mine'],
      ...['-H', 'Accept: application/json'],
    ])
  })

  it('says method and body of what is no GET', () => {
    const body = '{"name":"Warm"}'
    const words = wordsOf(curlCommand(aRequest({ method: 'PUT', body })))
    expect(words.slice(0, 2)).toEqual(['-X', 'PUT'])
    expect(words.slice(-2)).toEqual(['--data-raw', body])
  })

  it.each([
    "it's",
    '$(id)',
    '`id`',
    '$HOME',
    'a\nb',
    '"; rm -rf ~; "',
    '\\',
    "'\\''",
    '!history',
    '*',
    '-o /etc/passwd',
    'ü 漢',
  ])('carries %j through a shell as it is', (text) => {
    const request = aRequest({
      body: text,
      headers: [{ name: 'x-page', value: text }],
      url: `https://x.example/${text}`,
    })
    const words = wordsOf(curlCommand(request))
    expect(words).toContain(`https://x.example/${text}`)
    expect(words).toContain(`x-page: ${text}`)
    expect(words.at(-1)).toBe(text)
  })

  it('keeps curl from reading braces as several addresses', () => {
    expect(wordsOf(curlCommand(aRequest({ url: 'https://x.example/{id}' })))).toContain('--globoff')
    expect(wordsOf(curlCommand(aRequest()))).not.toContain('--globoff')
  })
})
