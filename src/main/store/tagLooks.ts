import { textIn, textOrNull } from './columns'
import { STANDING } from './renewals'
import type { Sql } from './sql'

/** What a list of tags says of one. */
interface TagLook {
  /** Its name, where rows name it by its id. */
  readonly title?: string
  readonly color?: string
}

/** Nothing else of what a service calls a colour is drawn. */
const COLOR = /^#(?:[\da-f]{3}|[\da-f]{6})$/i

/** A colour as it can be drawn, `#rgb` or `#rrggbb`; null: it cannot. */
export function drawnColor(told: string | null): string | null {
  const color = told?.trim() ?? ''
  return COLOR.test(color) ? color : null
}

/** Puts beside each tag of rows what the service's list of tags says of it: rows may have only names, or only ids. */
export const lookingAtTags = (sql: Sql) => {
  const listed = sql.prepare(`
    SELECT CAST(t.service_id AS BLOB) AS id, CAST(t.name AS BLOB) AS name, CAST(t.color AS BLOB) AS color
    FROM tags AS t WHERE t.account_id IN ${STANDING} AND t.gone_at IS NULL ORDER BY t.place DESC`)
  return <Tag extends { readonly name: string }>(tags: readonly Tag[]): (Tag & TagLook)[] => {
    const byName = new Map<string, TagLook>()
    const byId = new Map<string, TagLook>()
    // The first of a name is what it looks like, whichever account it is of.
    for (const row of listed.all()) {
      const name = textIn(row.name)
      const color = drawnColor(textOrNull(row.color))
      const look: TagLook = color === null ? {} : { color }
      byName.set(name, look)
      byId.set(textIn(row.id), { ...look, title: name })
    }
    return tags.map((tag) => {
      const look: TagLook = byName.get(tag.name) ?? byId.get(tag.name) ?? {}
      return { ...tag, ...look }
    })
  }
}
