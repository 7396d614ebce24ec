/** So large a share of a page is enough: a row may come or go between two answers. */
const SHARE = 0.5

/**
 * Whether first pages that were read under two workspaces are of one list, so that the service ignores which workspace is
 * asked about: a row is in one workspace only. Two empty pages tell nothing.
 */
export function isSameList(one: readonly string[], other: readonly string[]): boolean {
  const ids = new Set(one)
  const common = new Set(other.filter((id) => ids.has(id))).size
  const fewer = Math.min(ids.size, new Set(other).size)
  return fewer > 0 && common >= fewer * SHARE
}
