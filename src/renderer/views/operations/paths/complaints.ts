import type { ApiMap } from '../../../../shared/apiMap'
import type { AnyOperation } from '../../../../shared/litemail/operation'
import { pathComplaint } from '../../../../shared/text/window/apiPaths'

/** A field of the editor, by where its value stands in a map. */
export type EditorField = 'method' | 'path' | 'rows' | 'total' | 'next' | `inputs.${string}`

const isAbout = (issue: string, field: EditorField): boolean => issue.startsWith(`${field}: `)

/** What stands against a field, in words; null: nothing. */
export function complaintOf(issues: readonly string[], field: EditorField): string | null {
  const words = issues.filter((issue) => isAbout(issue, field)).map(pathComplaint)
  return words.length === 0 ? null : words.join(' ')
}

/** What stands against a map and has no field of its own in sight. */
export function otherComplaints(
  issues: readonly string[],
  { input, effect }: AnyOperation,
  map: ApiMap,
): readonly string[] {
  const fields: EditorField[] = [
    'path',
    ...input.map(({ name }) => `inputs.${name}` as const),
    ...(effect === 'read' ? (['rows', 'total', 'next'] as const).filter((what) => map[what] !== null) : []),
  ]
  return issues.filter((issue) => !fields.some((field) => isAbout(issue, field))).map(pathComplaint)
}
