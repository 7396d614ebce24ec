import { describe, expect, it } from 'vitest'
import { tableMap } from '../../../src/main/rules/apiMap'
import { searchedWords } from '../../../src/renderer/views/list/marks'
import { complaintOf, otherComplaints } from '../../../src/renderer/views/operations/paths/complaints'
import { matchingPaths } from '../../../src/renderer/views/operations/paths/matchingPaths'
import { operationOf, operations } from '../../../src/shared/litemail/operations'

const paths = operations.map(({ id, group, titles, effect, method, path }) => ({
  ...{ operation: id, group, title: titles[0], effect, method, path },
  ...{ standing: 'guessed' as const, workedAt: null, isChanged: false, last: null },
}))
const found = (search: string) =>
  matchingPaths(paths, searchedWords(search)).map(({ operation }) => operation)

describe('A search of API paths', () => {
  it('finds operations by title, group, method and path, in their order', () => {
    expect(found('')).toHaveLength(61)
    expect(found('RETRIEVE domains')).toContain('domains.list')
    expect(found('delete /domains')).toEqual([
      'domains.removeForwarding',
      'domains.removeEmailForwarding',
      'domains.removeCatchAll',
      'domains.remove',
    ])
    expect(found('no such thing')).toEqual([])
  })
})

describe('What stands against an API path', () => {
  it('stands under the field that it is about, in words', () => {
    const issues = ['path: dots', 'inputs.page: header-name', 'inputs.limit: query-name', 'rows: place']
    expect(complaintOf(issues, 'path')).toBe('The path has no steps “.” and “..”.')
    expect(complaintOf(issues, 'inputs.page')).toBe(
      '“page” cannot go into this header: it is Mailroom’s own, or has no plain name.',
    )
    expect(complaintOf(issues, 'inputs.limit')).toBe('“limit” needs a name that a query can have.')
    expect(complaintOf(issues, 'rows')).toBe(
      'The place of the rows is names with one dot between, as data.items.',
    )
    expect(complaintOf(issues, 'inputs.contains')).toBeNull()
  })

  it('is said beside the button where it has no field', () => {
    const list = operationOf('domains.list')
    expect(
      otherComplaints(['path: dots', 'method: reading-post', 'inputs: unknown'], list, tableMap(list)),
    ).toEqual([
      'A read is asked with POST only where you say that this POST only reads.',
      'There is an input that this operation does not have.',
    ])
  })
})
