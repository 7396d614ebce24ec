import { create, type StoreApi, type UseBoundStore } from 'zustand'
import type { AppError } from '../../../shared/errors'
import type { Result } from '../../../shared/result'
import { type Screen, usePlace } from '../app'
import { coalesce } from '../coalesce'

/** Where in the details the keyboard is asked to go. */
export type DetailsPlace = 'panel' | 'note' | 'labels'

export interface Details<About> {
  /** The row they are about; null: closed. */
  readonly id: string | null
  /** What main last said of a row: of this one, or still of the one before while it is being read. */
  readonly about: About | null
  readonly error: AppError | null
  /** Not met yet; a new object each time. */
  readonly wanted: { readonly place: DetailsPlace } | null
}

export interface DetailsStore<About> {
  readonly use: UseBoundStore<StoreApi<Details<About>>>
  /** Shows a row beside its list and puts the keyboard there: into the panel, its note or its labels; null: leaves it. */
  readonly open: (id: string, wish?: { readonly focus?: DetailsPlace | null }) => void
  /**
   * The list's active row is another one now: open details show it, and the keyboard stays in the list. Not while the
   * keyboard is asked into them.
   */
  readonly follow: (id: string) => void
  /** Closes them; what was typed into the note is kept. */
  readonly close: () => void
  /** Something changed that they show. */
  readonly refresh: () => Promise<void>
  /** The keyboard is where it was asked to go. */
  readonly meetWanted: () => void
}

interface DetailsSource<About> {
  /** The screen whose list they stand beside. */
  readonly screen: Screen
  readonly ask: (id: string) => Promise<Result<About, AppError>>
  readonly idOf: (about: About) => string
}

/** The details beside one list. */
export function createDetails<About>({ screen, ask, idOf }: DetailsSource<About>): DetailsStore<About> {
  const use = create<Details<About>>(() => ({ id: null, about: null, error: null, wanted: null }))

  const close = () => use.setState({ id: null, about: null, error: null, wanted: null })

  const read = coalesce(async () => {
    const { id } = use.getState()
    if (id === null) return
    const result = await ask(id)
    if (use.getState().id !== id) return
    if (result.ok) use.setState({ about: result.value, error: null })
    // It was forgotten, or said to be somebody else's: nothing is left to show.
    else if (result.error.kind === 'not-found') close()
    // What was last said of another row is not shown beneath the failure of this one.
    else
      use.setState(({ about }) => ({
        about: about !== null && idOf(about) === id ? about : null,
        error: result.error,
        wanted: null,
      }))
  })

  return {
    use,
    open(id, { focus = 'panel' } = {}) {
      usePlace.setState({ screen, dialog: null })
      use.setState({ id, error: null, wanted: focus === null ? null : { place: focus } })
      void read()
    },
    follow(id) {
      const { id: shown, wanted } = use.getState()
      // On its way into them the keyboard may pass a row of the list: where the screen is another one, the first.
      if (shown === null || shown === id || wanted !== null) return
      use.setState({ id, error: null, wanted: null })
      void read()
    },
    close,
    refresh: () => (use.getState().id === null ? Promise.resolve() : read()),
    meetWanted: () => use.setState({ wanted: null }),
  }
}
