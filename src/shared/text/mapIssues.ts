import { explainRecordRule } from './dnsRecords'

/** The words of everything that can stand against the path, the method or the inputs of an operation. */
const words = {
  'method: reads': 'a read is asked with GET, or with a POST that only reads',
  'method: reading-post': 'a read is asked with POST only where you say that this POST only reads',
  'method: writes': 'what changes something is never asked with GET',
  'method: destroys': 'only what removes something is asked with DELETE',
  'isReadingPost: writes': 'this operation changes something, so that it cannot only read',
  'isReadingPost: get': 'only a POST needs to be said to only read',
  'path: begins': 'the path begins with one “/”',
  'path: query': 'the path has no “?” and no “#”; inputs go into the query by themselves',
  'path: backslash': 'the path has no “\\”',
  'path: percent': 'the path has no “%”; what inputs need is encoded by Mailroom',
  'path: at': 'the path has no “@”',
  'path: characters': 'the path has a character that no path has as it is',
  'path: empty-step': 'the path has no “//”',
  'path: dots': 'the path has no steps “.” and “..”',
  'path: twice': 'the path has an input twice',
  'path: unknown-input': 'the path has something in braces that is none of the inputs that go into it',
  'path: leaves': 'the path leaves the account’s server address',
  'secrets: missing': 'the password or key that goes with it was not kept; enter it again',
  'inputs: nothing': 'nothing is filled in that could be sent',
  'inputs: unknown': 'there is an input that this operation does not have',
  'rows: place': 'the place of the rows is names with one dot between, as data.items',
  'total: place': 'the place of the total is names with one dot between, as data.total',
  'next: place': 'the place of the next page is names with one dot between, as data.next',
} as const

const inputWords = {
  'left-out': 'is needed, so that it cannot be left out',
  'secret-place': 'is secret, and an address is written down on its way: it goes into the body',
  'path-name': 'goes into the path, which has it in braces nowhere',
  'query-name': 'needs a name that a query can have',
  'header-name': 'cannot go into this header: it is Mailroom’s own, or has no plain name',
  'body-name': 'needs a name that a field can have',
  'get-body': 'cannot go into the body of a GET',
  twice: 'goes where another input goes',
  // Of what was filled in.
  missing: 'is missing',
  'not-sent': 'is not sent: API paths leaves it out',
  empty: 'is an empty list',
  kind: 'is not of the kind it has to be',
  choice: 'is none of what can be chosen',
  header: 'has characters that no header can carry',
  place: 'cannot be sent',
} as const

/** What stands against a map: a place in it and a rule, never a value. */
export type MapIssue = keyof typeof words | `inputs.${string}: ${keyof typeof inputWords}`

/** The words of one; null where it is none of these. */
export function explainMapIssue(issue: string): string | null {
  // The names are those of the record, and nothing that every object has.
  if (Object.hasOwn(words, issue)) return words[issue as keyof typeof words]
  const [, input = '', rule = ''] = /^inputs\.(.{1,100}): ([a-z-]+)$/.exec(issue) ?? []
  if (!Object.hasOwn(inputWords, rule)) {
    const ofRecord = explainRecordRule(rule)
    return ofRecord === null ? null : `“${input}”: ${ofRecord}`
  }
  return `“${input}” ${inputWords[rule as keyof typeof inputWords]}`
}

/** What stands against an input, in words as far as there are any. */
export const notUnderstood = (issues: readonly string[]): string =>
  issues.length > 0
    ? `Not understood: ${issues.map((issue) => explainMapIssue(issue) ?? issue).join('; ')}`
    : 'Not understood'
