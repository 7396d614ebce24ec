import { create, type StoreApi, type UseBoundStore } from 'zustand'
import type { Choice } from '../../../shared/contract'
import type { AppError } from '../../../shared/errors'
import type { Result } from '../../../shared/result'
import type { Gesture } from '../../ui/grid/selection'
import {
  type Chosen,
  choiceOf,
  nothingChosen,
  only,
  type Snapshot,
  span,
  toggle,
  whole,
  without,
} from '../chosen'
import { showError } from '../notices'
import type { Page, PagesStore } from '../pages'
import type { View, ViewStore } from './view'

export interface SelectionStore {
  /** The rows that are chosen in the list. */
  readonly use: UseBoundStore<StoreApi<Chosen>>
  /** What a press or a key in the list chooses. */
  readonly choose: (gesture: Gesture) => void
  /** All that the list shows now, by a snapshot: what comes later is not among them. */
  readonly chooseAll: () => Promise<void>
  readonly chooseNone: () => void
  /** The choice as main takes it; null where it cannot be said in one message. */
  readonly current: () => Choice | null
}

interface SelectionSource<Row, Answer, Filters, Sort> {
  readonly pages: PagesStore<Row, Answer>
  readonly view: ViewStore<Filters, Sort>
  readonly snapshot: (view: View<Filters, Sort>) => Promise<Result<Snapshot, AppError>>
}

/** What is chosen in one list. */
export function createSelection<
  Row extends { readonly id: string },
  Answer extends Page<Row>,
  Filters extends object,
  Sort,
>({ pages, view, snapshot }: SelectionSource<Row, Answer, Filters, Sort>): SelectionStore {
  const use = create<Chosen>(() => nothingChosen)
  let asked = 0

  const take = (chosen: Chosen) => {
    asked += 1
    use.setState(chosen, true)
  }

  const chooseNone = () => {
    if (use.getState().places.size > 0) take(nothingChosen)
  }

  async function takeSnapshot(redo: () => Promise<void>) {
    asked += 1
    const question = asked
    const result = await snapshot(view.use.getState())
    // Something else was chosen meanwhile.
    if (question !== asked) return null
    if (result.ok) return result.value
    showError(result.error, { redo: () => void redo() })
    return null
  }

  async function chooseAll(): Promise<void> {
    const taken = await takeSnapshot(chooseAll)
    if (taken !== null) take(whole(taken))
  }

  async function extend(start: NonNullable<Chosen['start']>, index: number): Promise<void> {
    const { rows, offset } = pages.use.getState()
    const [from, to] = [Math.min(start.index, index), Math.max(start.index, index)]
    if (from >= offset && to < offset + rows.length) {
      const ids = rows.slice(from - offset, to + 1 - offset).map(({ id }) => id)
      take(span({ start, from, ids, snapshot: null }))
      return
    }
    const taken = await takeSnapshot(() => extend(start, index))
    if (taken !== null) take(span({ start, from, ids: taken.ids.slice(from, to + 1), snapshot: taken }))
  }

  function choose(gesture: Gesture): void {
    const { id, index } = gesture
    const before = use.getState()
    if (gesture.kind === 'extend') void extend(before.start ?? { index: gesture.from, id: null }, index)
    else if (id !== null) take(gesture.kind === 'only' ? only(id, index) : toggle(before, id, index))
  }

  // What a filter leaves out is not acted on unseen; another order changes nothing about a choice.
  view.use.subscribe(({ sort, ...filters }, { sort: _, ...before }) => {
    if (JSON.stringify(filters) !== JSON.stringify(before)) chooseNone()
  })

  // What has left the list is not acted on unseen. Where the list is longer than the window holds, what a change of
  // labels leaves out is known beforehand; see `labelAddresses`.
  pages.use.subscribe(({ rows, total, answer }, { answer: before }) => {
    if (answer === before || total !== rows.length) return
    const { places } = use.getState()
    if (places.size === 0) return
    const listed = new Set(rows.map(({ id }) => id))
    const gone = [...places.keys()].filter((id) => !listed.has(id))
    if (gone.length > 0) take(without(use.getState(), gone))
  })

  return { use, choose, chooseAll, chooseNone, current: () => choiceOf(use.getState()) }
}
