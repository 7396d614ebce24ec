import type { DroppedPart } from '../../apiFile'
import type { ApiMap, InputMap } from '../../apiMap'
import { apiPathsText } from './apiPaths'

/** A sample of the documentation, pasted, and what was read of it. */
export const samplesText = {
  paste: 'Paste curl',
  field: 'Sample of the documentation',
  hint: 'The whole command. Its server and its key are dropped; nothing is sent.',
  placeholder: 'curl --request GET --url https://…',
  notRead: 'Not read',
  read: 'What was read',
  readWhat: ({ method, path }: Pick<ApiMap, 'method' | 'path'>, named: readonly string[]) =>
    named.length === 0
      ? `Read: ${method} ${path}.`
      : `Read: ${method} ${path}, and where ${named.join(', ')} ${named.length === 1 ? 'goes' : 'go'}.`,
  dropped: 'Dropped',
  part: ({ what, name }: DroppedPart) => parts[what](name),
  isForm: 'It is sent as a form there; Mailroom sends JSON, which a service may not take.',
  unplaced: 'The sample does not show these by their names. Say what each one is there:',
  sentAs: (input: string) => `${input} is sent as`,
  places: apiPathsText.places satisfies Record<InputMap['place'], string>,
  kept: (words: string) => `${words}, as before`,
  leftOut: apiPathsText.leftOut,
} as const

/** What is dropped and is no part of what is asked: how it is written. */
export const isForm = ({ what }: DroppedPart): boolean => what === 'form'

const parts: Record<DroppedPart['what'], (name: string) => string> = {
  host: (name) => (name === '' ? 'the server' : `the server ${name}`),
  key: (name) => `the key (${name})`,
  header: (name) => `the header ${name}`,
  query: (name) => `${name} of the query`,
  body: (name) => `${name} of the body`,
  path: (name) => `{${name}} of the path`,
  file: (name) => (name === '' ? 'a file' : `the file ${name}`),
  form: (name) => `the form (${name})`,
  content: () => 'the body (it could not be read)',
}
