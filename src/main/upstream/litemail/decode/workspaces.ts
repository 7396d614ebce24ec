import type { ListPage, WorkspaceFacts } from '../../../../shared/litemail/facts'
import { ok, type Result } from '../../../../shared/result'
import type { BodyProblem } from '../../../rules/outcome'
import { below, type Decoder, isFields, misshapen, own } from '../envelope'
import { type Row, readId } from '../fields'
import { inRow, listOf } from '../rows'
import { decodeTable } from '../table'

const named = 'currentWorkspace'

function decodeWorkspace(row: Row): Result<WorkspaceFacts, BodyProblem> {
  const id = row.id('id', '_id', 'workspaceId')
  if (id === null) return misshapen(below(row.place, 'id'))
  return ok({
    id,
    name: row.text('name', 'workspaceName'),
    isPrimary: row.flag('isPrimary', 'primary', 'isDefault'),
    domainCount: row.count('domainCount'),
    mailboxCount: row.count('mailboxCount'),
    other: row.others(),
  })
}

const decodeList = listOf(['workspaces'], decodeWorkspace)

/**
 * A list, or `{ currentWorkspace, workspaces }`, asked for without a workspace: then the current one is the primary one,
 * and it belongs to the list whether or not it stands in it.
 */
const decodeWorkspaces: Decoder<ListPage<WorkspaceFacts>> = (opened) => {
  const page = decodeList(opened)
  const { value, place } = opened.content
  const current = isFields(value) ? own(value, named) : undefined
  if (!page.ok || current === undefined || current === null) return page
  const id = readId(isFields(current) ? (own(current, 'id') ?? own(current, '_id')) : current)
  if (id === null) return misshapen(below(below(place, named), 'id'))
  const rows = page.value.rows.map((row) => ({ ...row, isPrimary: row.isPrimary ?? row.id === id }))
  if (!isFields(current) || rows.some((row) => row.id === id)) return ok({ ...page.value, rows })
  const first = inRow(decodeWorkspace)({ value: current, place: below(place, named) })
  return first.ok ? ok({ ...page.value, rows: [{ ...first.value, isPrimary: true }, ...rows] }) : first
}

export const workspaces = {
  'workspaces.list': decodeWorkspaces,
  'workspaces.create': decodeTable,
  'workspaces.update': decodeTable,
}
