import { create } from 'zustand'
import type { Choice } from '../../shared/contract'
import { call } from '../bridge'
import type { Gesture } from '../ui/grid/selection'
import { addresses } from './addresses'
import { type Chosen, choiceOf, nothingChosen, only, span, toggle, whole, without } from './chosen'
import { showError } from './notices'
import { useView } from './view'

/** The addresses that are chosen in the list. */
export const useSelection = create<Chosen>(() => nothingChosen)

let asked = 0

const take = (chosen: Chosen) => {
  asked += 1
  useSelection.setState(chosen, true)
}

export const chooseNone = () => {
  if (useSelection.getState().places.size > 0) take(nothingChosen)
}

/** All that the list shows now, by a snapshot: what comes later is not among them. */
export async function chooseAll(): Promise<void> {
  const snapshot = await takeSnapshot(chooseAll)
  if (snapshot !== null) take(whole(snapshot))
}

/** What a press or a key in the list chooses. */
export function choose(gesture: Gesture): void {
  const { id, index } = gesture
  const before = useSelection.getState()
  if (gesture.kind === 'extend') void extend(before.start ?? { index: gesture.from, id: null }, index)
  else if (id !== null) take(gesture.kind === 'only' ? only(id, index) : toggle(before, id, index))
}

async function extend(start: NonNullable<Chosen['start']>, index: number): Promise<void> {
  const { rows, offset } = addresses.use.getState()
  const [from, to] = [Math.min(start.index, index), Math.max(start.index, index)]
  if (from >= offset && to < offset + rows.length) {
    const ids = rows.slice(from - offset, to + 1 - offset).map(({ id }) => id)
    take(span({ start, from, ids, snapshot: null }))
    return
  }
  const snapshot = await takeSnapshot(() => extend(start, index))
  if (snapshot !== null) take(span({ start, from, ids: snapshot.ids.slice(from, to + 1), snapshot }))
}

async function takeSnapshot(redo: () => Promise<void>) {
  asked += 1
  const question = asked
  const result = await call('addresses.snapshot', { view: useView.getState() })
  // Something else was chosen meanwhile.
  if (question !== asked) return null
  if (result.ok) return result.value
  showError(result.error, { redo: () => void redo() })
  return null
}

/** The choice as main takes it; null where it cannot be said in one message. */
export const currentChoice = (): Choice | null => choiceOf(useSelection.getState())

// What a filter leaves out is not acted on unseen; another order changes nothing about a choice.
useView.subscribe(({ sort, ...filters }, { sort: _, ...before }) => {
  if (JSON.stringify(filters) !== JSON.stringify(before)) chooseNone()
})

// What has left the list is not acted on unseen. Where the list is longer than the window holds, what a change of
// labels leaves out is known beforehand; see `labelAddresses`.
addresses.use.subscribe(({ rows, total, answer }, { answer: before }) => {
  if (answer === before || total !== rows.length) return
  const { places } = useSelection.getState()
  if (places.size === 0) return
  const listed = new Set(rows.map(({ id }) => id))
  const gone = [...places.keys()].filter((id) => !listed.has(id))
  if (gone.length > 0) take(without(useSelection.getState(), gone))
})
