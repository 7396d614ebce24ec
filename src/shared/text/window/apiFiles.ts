import type { DroppedPart, FileMatch, OpenedApiFile } from '../../apiFile'
import { paths } from './apiPaths'
import { samplesText } from './apiSamples'
import { figure } from './common'
import { operationCount } from './operations'

/** "Import API paths": what a file says of an account's operations, before anything of it is taken. */
export const apiFilesText = {
  title: 'Import API paths',
  lead: ({ fileName, kind, suggestions }: OpenedApiFile) =>
    `${fileName}, ${kind === 'openapi' ? 'an OpenAPI file' : 'API paths of Mailroom'}: ${
      suggestions.length === 0
        ? 'nothing that would change'
        : `${operationCount(suggestions.length)} would be asked otherwise`
    }.`,
  reading: (fileName: string) => `Reading ${fileName}…`,
  readingLong: 'A large YAML file takes a while; nothing is changed by reading it.',
  notRead: (fileName: string) => `${fileName} was not read`,
  same: (count: number, confirmed: number) => {
    const said = `${operationCount(count)} ${count === 1 ? 'is' : 'are'} asked as the file says already`
    if (confirmed === 0) return `${said}.`
    return `${said}; ${confirmed === count ? (count === 1 ? 'it was' : 'all were') : `${figure(confirmed)} of them ${confirmed === 1 ? 'was' : 'were'}`} only guessed, and ${confirmed === 1 ? 'counts' : 'count'} as documented once you take the file.`
  },
  confirmed: (count: number, fileName: string) =>
    `${operationCount(count)} ${count === 1 ? 'counts' : 'count'} as documented by ${fileName} from now on.`,
  leftOut: (count: number) =>
    `${operationCount(count)} of the file ${count === 1 ? 'is' : 'are'} none that Mailroom knows.`,
  check: 'Only what is sure is ticked. Compare what is not with the documentation before you tick it.',
  list: 'What the file says',
  tickAll: 'Tick all that are sure',
  tickNone: 'Tick none',
  matches: {
    exact: 'Same title',
    path: 'Same path',
    title: 'Like title',
    method: 'Another method',
  } satisfies Record<FileMatch, string>,
  matchOfOwn: 'By its name',
  matchOfOwnMeaning: 'The file says which operation it is.',
  readingPost: 'It is asked with a POST: tick it only if the documentation says that this only reads.',
  matchMeanings: {
    exact: 'The file has this title with this method.',
    path: 'The file has this method at this path, under another title.',
    title: 'The file has a title like this one with this method.',
    method: 'The file asks what has this title or path with another method. It may be another operation.',
  } satisfies Record<FileMatch, string>,
  inFile: (title: string) => (title === '' ? 'No title in the file' : `In the file: ${title}`),
  dropped: (parts: readonly DroppedPart[]) =>
    `${samplesText.dropped}: ${parts.map(samplesText.part).join(', ')}`,
  unplaced: (names: readonly string[]) => `Not shown in the file: ${names.join(', ')}`,
  cannot: (words: string) => `It cannot be asked so. ${words}`,
  take: (count: number) => (count === 0 ? 'Take' : `Take ${figure(count)}`),
  taking: 'Taking…',
  taken: (count: number, fileName: string) =>
    `${paths(count)} taken from ${fileName}. ${count === 1 ? 'It is' : 'They are'} in use from now on.`,
} as const
