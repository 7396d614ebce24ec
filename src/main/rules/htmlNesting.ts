/** Lines of their own: where one begins or ends, so does a line of text. */
export const blocks: ReadonlySet<string> = new Set([
  ...[
    'address',
    'article',
    'blockquote',
    'center',
    'div',
    'dl',
    'fieldset',
    'figure',
    'footer',
    'form',
    'h1',
  ],
  ...[
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'header',
    'hr',
    'main',
    'nav',
    'ol',
    'p',
    'pre',
    'section',
    'table',
    'ul',
  ],
])

const cells = ['td', 'th']
const groups = ['tbody', 'thead', 'tfoot']
const ends: Readonly<Record<string, readonly string[]>> = {
  ...{ a: ['a'], li: ['li'], dt: ['dt', 'dd'], dd: ['dt', 'dd'], td: cells, th: cells, tr: [...cells, 'tr'] },
  ...{
    tbody: [...cells, 'tr', ...groups],
    thead: [...cells, 'tr', ...groups],
    tfoot: [...cells, 'tr', ...groups],
  },
}
const none: readonly string[] = []
const paragraph = ['p']

/** Which open elements end where one of this name begins, though nothing closes them (HTML, "Optional tags"). */
export const endedBy = (name: string): readonly string[] =>
  Object.hasOwn(ends, name) ? (ends[name] ?? none) : blocks.has(name) ? paragraph : none

/** What an element ends, or a tag closes, lies within the nearest of these (HTML, "has an element in scope"). */
const walls: Readonly<Record<string, readonly string[]>> = {
  ...{ li: ['ul', 'ol', 'table'], dt: ['dl', 'table'], dd: ['dl', 'table'], table: none },
  ...{ td: ['table'], th: ['table'], tr: ['table'], tbody: ['table'], thead: ['table'], tfoot: ['table'] },
}
const cellWalls = ['td', 'th', 'table']
const wallsOf = (name: string) => (Object.hasOwn(walls, name) ? (walls[name] ?? none) : cellWalls)

/** Elements deeper within others are taken for their surroundings, as browsers do. */
const DEEPEST = 120

interface Held<T> {
  readonly name: string
  readonly about: T
}

/** The elements that are open at a place of a page, whatever of them nobody closes; `T`: what is known of each. */
export function createNesting<T>() {
  const open: Held<T>[] = []
  const counts = new Map<string, number>()
  const cut = (length: number) => {
    while (open.length > length) {
      const gone = open.pop()
      if (gone !== undefined) counts.set(gone.name, (counts.get(gone.name) ?? 1) - 1)
    }
  }
  const endTo = (names: readonly string[], within: readonly string[]) => {
    if (names.every((name) => (counts.get(name) ?? 0) === 0)) return
    let ended = -1
    for (let at = open.length - 1; at >= 0; at--) {
      const { name } = open[at] ?? { name: '' }
      if (names.includes(name)) ended = at
      else if (within.includes(name)) break
    }
    if (ended !== -1) cut(ended)
  }
  return {
    /** What is known of the innermost one. */
    inmost: (): T | null => open.at(-1)?.about ?? null,
    /** Ends what ends where this one begins. */
    begin(name: string): void {
      const ended = endedBy(name)
      if (ended.length > 0) endTo(ended, name === 'table' ? cellWalls : wallsOf(name))
    },
    push(name: string, about: T): void {
      if (open.length >= DEEPEST) return
      open.push({ name, about })
      counts.set(name, (counts.get(name) ?? 0) + 1)
    },
    close(name: string): void {
      if ((counts.get(name) ?? 0) === 0) return
      const within = wallsOf(name)
      for (let at = open.length - 1; at >= 0; at--) {
        const held = open[at]?.name ?? ''
        if (held === name) cut(at)
        if (held === name || within.includes(held)) return
      }
    },
  }
}

export type Nesting<T> = ReturnType<typeof createNesting<T>>
