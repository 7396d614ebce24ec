/** So many lines are passed by a page. */
const PAGE = 8

/** Where a key leads from a line, from 0, of so many; -1: from none. Null: the key leads nowhere. */
export function stepFrom(place: number, count: number, key: string): number | null {
  if (count === 0) return null
  switch (key) {
    case 'ArrowDown':
      return (place + 1) % count
    case 'ArrowUp':
      return place <= 0 ? count - 1 : place - 1
    case 'PageDown':
      return Math.min(place + PAGE, count - 1)
    case 'PageUp':
      return Math.max(place - PAGE, 0)
    default:
      return null
  }
}
