import type { ApiMap, InputMap } from '../../apiMap'
import type { ApiPath, OperationStanding, ShapePart } from '../../apiPath'
import type { AppError } from '../../errors'
import { fleetProblem } from '../fleetParts'
import { explainMapIssue } from '../mapIssues'
import { dayOf } from '../time'
import { figure } from './common'
import { operationCount } from './operations'

const sentence = (words: string) => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`

/** How the operations of an account are asked, and how that is corrected. */
export const apiPathsText = {
  title: 'API paths',
  search: 'Search API paths',
  count: (shown: number, all: number) =>
    shown === all ? operationCount(all) : `${figure(shown)} of ${operationCount(all)}`,
  changedCount: (changed: number) => (changed === 0 ? 'None changed' : `${figure(changed)} changed`),
  reading: 'Reading the API paths…',
  failed: 'The API paths could not be read',
  nothingMatches: 'No operation matches',
  clearSearch: 'Clear the search',
  columns: { title: 'Operation', standing: 'Standing', path: 'Method and path', last: 'Last answer' },
  standing: ({ standing, workedAt }: Pick<ApiPath, 'standing' | 'workedAt'>, now: number) =>
    standing === 'worked' && workedAt !== null
      ? `Worked here on ${dayOf(workedAt, now)}`
      : standings[standing],
  standingMeaning: {
    documented: 'Its path was read in the service’s documentation.',
    guessed: 'The documentation that Mailroom knows does not show its path.',
    worked: 'It was answered here as it is asked now.',
  } satisfies Record<OperationStanding, string>,
  changed: 'Changed here',
  drafted: 'Not taken yet',
  answered: 'Answered',
  problem: (problem: AppError) => {
    const words = problem.kind === 'service-failed' ? 'service failed' : fleetProblem(problem)
    return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
  },
  neverAsked: 'Not asked yet',
  more: 'More about API paths',
  import: 'Import…',
  export: 'Export…',
  exportHint: 'What is changed here, as a file for other computers',
  resetAll: 'Reset all…',
  resetAllHint: 'Every operation is asked as Mailroom has it by itself',
  exported: (count: number, fileName: string) => `Exported ${paths(count)} to ${fileName}.`,

  effectStays: 'What it does cannot be changed here.',
  alsoCalled: (titles: readonly string[]) => `Also called ${titles.join(', ')}`,
  method: 'Method',
  onlyReads: 'This POST only reads',
  onlyReadsHint:
    'Tick it if the documentation says so. Mailroom asks it by itself only after it worked once.',
  path: 'Path',
  pathHint: (names: readonly string[]) =>
    names.length === 0
      ? 'Behind the account’s server address.'
      : `Behind the account’s server address; ${names.map((name) => `{${name}}`).join(', ')} where the id stands.`,
  inputs: 'Inputs',
  inputsLead: 'Where each one goes, and what the service calls it.',
  noInputs: 'It needs none.',
  placeOf: (input: string) => `Where ${input} goes`,
  places: {
    path: 'Path',
    query: 'Query',
    body: 'Body',
    header: 'Header',
  } satisfies Record<InputMap['place'], string>,
  leftOut: 'Left out',
  nameOf: (input: string) => `Name of ${input}`,
  nested: 'In a body, dots lead to fields of fields, as filter.text.',
  needed: 'needed',
  authentication: 'Authentication',
  authentications: {
    account: 'As the account does',
    'api-key': 'API key, as x-api-key',
    jwt: 'Bearer, as authorization',
  } satisfies Record<ApiMap['authentication'], string>,
  answer: 'Where the answer has what',
  answerLead: 'Only lists have rows. Mailroom finds them by itself where it can.',
  answerPlaces: { rows: 'Rows', total: 'Total', next: 'Next page' },
  found: 'Found by Mailroom',
  whole: 'The whole answer',
  other: 'Another place…',
  otherOf: (what: string) => `Place of ${what}`,
  otherExample: 'data.items',
  shape: ({ is, items }: ShapePart) =>
    items === null
      ? shapes[is]
      : items === 1
        ? `${shapes[is]}, 1 item`
        : `${shapes[is]}, ${figure(items)} items`,

  change: 'What changes',
  now: 'Now',
  new: 'New',
  same: 'The sample says the same: it is asked so already.',
  confirms: 'The sample says the same. Take it, and the path counts as documented.',
  isTable: 'As Mailroom has it by itself.',
  isConfirmed: {
    curl: 'As Mailroom has it by itself, and as the pasted sample shows it.',
    openapi: 'As Mailroom has it by itself, and as the imported file shows it.',
  },
  take: 'Take',
  taking: 'Taking…',
  discard: 'Discard',
  undo: 'Undo',
  reset: 'Reset',
  complaints: (count: number) =>
    count === 1
      ? 'It cannot be asked so.'
      : `It cannot be asked so: ${figure(count)} things stand against it.`,
  notJudged: 'Not taken',
  taken: (title: string) => `${title} is asked so from now on.`,
  confirmed: (title: string) => `${title} is asked as its documentation shows it.`,
  undone: (title: string) => `${title} is asked as before.`,
  wasReset: (title: string) => `${title} is asked as Mailroom has it by itself.`,
  allReset: (count: number, name: string) => `Reset ${paths(count)} of ${name}.`,
  readNow: 'Read it now',

  resetTitle: (count: number) => `Reset ${paths(count)}?`,
  resetLead: (name: string) =>
    `Every operation of ${name} is asked as Mailroom has it by itself. What you changed, pasted and imported is no longer in use; each one can be taken back with “Undo”.`,
  resetAction: 'Reset all',
} as const

const standings: Record<OperationStanding, string> = {
  documented: 'Documented',
  guessed: 'Guessed',
  worked: 'Worked here',
}

const shapes: Record<ShapePart['is'], string> = {
  list: 'list',
  object: 'object',
  number: 'number',
  text: 'text',
  boolean: 'yes or no',
  null: 'nothing',
}

export const paths = (count: number) => (count === 1 ? '1 API path' : `${figure(count)} API paths`)

/** What stands against how an operation would be asked, as a sentence. */
export const pathComplaint = (issue: string): string => sentence(explainMapIssue(issue) ?? issue)

const PLACES: readonly InputMap['place'][] = ['query', 'body', 'header']

/** How an operation is asked, in lines: method and path, then where what goes. */
export function mapLines({ method, path, inputs, ...map }: ApiMap): readonly string[] {
  const placed = PLACES.flatMap((place) => {
    const names = Object.entries(inputs)
      .filter(([, input]) => input.place === place)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([input, { name }]) => (input === name ? name : `${name} (${input})`))
    return names.length === 0 ? [] : [`${apiPathsText.places[place]}: ${names.join(', ')}`]
  })
  const { rows, total, next } = map
  const answer = Object.entries({ rows, total, next } as const).flatMap(
    ([what, place]) =>
      place === null
        ? []
        : [
            `${apiPathsText.answerPlaces[what as 'rows' | 'total' | 'next']}: ${place === '' ? apiPathsText.whole : place}`,
          ], // the names are those written above
  )
  return [
    `${method} ${path}`,
    ...placed,
    ...(map.authentication === 'account'
      ? []
      : [`${apiPathsText.authentication}: ${apiPathsText.authentications[map.authentication]}`]),
    ...answer,
    ...(map.isReadingPost ? [apiPathsText.onlyReads] : []),
  ]
}
