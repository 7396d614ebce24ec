import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { type ActiveRow, type Loaded, locateActive, rowAt } from './active'

interface KeyboardRowSource<Row> {
  readonly loaded: Loaded<Row>
  readonly total: number
  /** Another one is another list: its first row is the active one. */
  readonly list: unknown
  readonly scroller: RefObject<HTMLDivElement | null>
  /** Where a row stands that is not there; null where the list has none such. */
  readonly find: ((id: string) => Promise<number | null>) | undefined
}

interface KeyboardRow<Row> {
  readonly active: ActiveRow
  /** Undefined: it is not there. */
  readonly activeRow: Row | undefined
  /** Makes another row the active one, and gives it the focus when it is drawn. */
  readonly moveTo: (active: ActiveRow) => void
  /** The focus came to a row. */
  readonly onRow: (active: ActiveRow) => void
  /** The focus went out of the list. */
  readonly onGo: () => void
  readonly isHere: () => boolean
}

/**
 * The one row of a list that has the keyboard, or gets it when the keyboard comes back. It stays the same row however the
 * rows change; only when it is gone the next one takes its place.
 */
export function useKeyboardRow<Row extends { readonly id: string }>({
  loaded,
  total,
  list,
  scroller,
  find,
}: KeyboardRowSource<Row>): KeyboardRow<Row> {
  const [wanted, setWanted] = useState<ActiveRow>({ index: 0, id: null })
  const active = locateActive(wanted, loaded, total)
  if (active.index !== wanted.index || active.id !== wanted.id) setWanted(active)
  const standing = rowAt(loaded, active.index)
  const activeRow = standing?.id === active.id ? standing : undefined
  // Another row has its place: it is elsewhere or gone, and no other is given the keyboard before that is known.
  const isSought = standing !== undefined && activeRow === undefined

  const isFocusDue = useRef(false)
  const isFocused = useRef(false)
  /** The list itself has the focus while its row is sought. */
  const isFocusKept = useRef(false)
  /** The keyboard was in this list: until then its active row is just its first one. */
  const isUsed = useRef(false)

  // While React takes something away it is deaf, and just then the focus may be handed to a row here.
  useLayoutEffect(() => {
    const element = scroller.current
    const come = () => {
      isFocused.current = true
      isUsed.current = true
    }
    element?.addEventListener('focusin', come)
    return () => element?.removeEventListener('focusin', come)
  }, [scroller])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its top
  useLayoutEffect(() => {
    isUsed.current = isFocused.current
    setWanted({ index: 0, id: null })
  }, [list])

  useLayoutEffect(() => {
    // A row that went, or came in the place of one that was not read yet, took the focus with it.
    const { activeElement } = document
    const isKept = isFocusKept.current && activeElement === scroller.current
    const isFocusLost = isFocused.current && (isKept || activeElement === document.body)
    if (!isFocusDue.current && !isFocusLost) return
    isFocusKept.current = isSought
    const row = isSought
      ? scroller.current
      : scroller.current?.querySelector<HTMLElement>(`[data-row="${active.index}"]`)
    if (row === null || row === undefined) return
    isFocusDue.current = false
    row.focus({ preventScroll: true })
  })

  // Its place is asked for when the rows changed and it is not among them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const { id } = active
    if (id === null || activeRow !== undefined) return
    const meet = (index: number | null) =>
      setWanted((now) => {
        if (now.id !== id) return now
        return index === null ? { index: now.index, id: null } : { index, id }
      })
    if (find !== undefined && isUsed.current) void find(id).then(meet)
    else if (isSought) meet(null)
  }, [loaded])

  const onRow = useCallback(
    // The place of the active row that is not there says nothing about which row that is.
    (row: ActiveRow) => setWanted((now) => (row.id === null && row.index === now.index ? now : row)),
    [],
  )

  return {
    active,
    activeRow,
    moveTo(row) {
      isFocusDue.current = true
      setWanted(row)
    },
    onRow,
    onGo() {
      isFocused.current = false
    },
    isHere: useCallback(() => isFocused.current, []),
  }
}
