import type { TagFacts } from '../../../../shared/litemail/facts'
import { ok, type Result } from '../../../../shared/result'
import type { BodyProblem } from '../../../rules/outcome'
import { below, misshapen } from '../envelope'
import type { Row } from '../fields'
import { listOf } from '../rows'
import { decodeTable } from '../table'

function decodeTag(row: Row): Result<TagFacts, BodyProblem> {
  const id = row.id('id', '_id')
  if (id === null) return misshapen(below(row.place, 'id'))
  const name = row.text('name')
  return name === null ? misshapen(below(row.place, 'name')) : ok({ id, name, color: row.text('color') })
}

export const tags = {
  'tags.list': listOf(['tags'], decodeTag),
  'tags.create': decodeTable,
  'tags.update': decodeTable,
  'tags.delete': decodeTable,
}
