import { create } from 'zustand'
import type { Output } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import { call } from '../bridge'
import { usePlace } from './app'
import { coalesce } from './coalesce'

/** Where in the details the keyboard is asked to go. */
export type DetailsPlace = 'panel' | 'note' | 'labels'

export interface Details {
  /** The address they are about; null: closed. */
  readonly id: string | null
  /** What main last said of an address: of this one, or still of the one before while it is being read. */
  readonly about: Output<'addresses.get'> | null
  readonly error: AppError | null
  /** Not met yet; a new object each time. */
  readonly wanted: { readonly place: DetailsPlace } | null
}

export const useDetails = create<Details>(() => ({ id: null, about: null, error: null, wanted: null }))

const read = coalesce(async () => {
  const { id } = useDetails.getState()
  if (id === null) return
  const result = await call('addresses.get', { id })
  if (useDetails.getState().id !== id) return
  if (result.ok) useDetails.setState({ about: result.value, error: null })
  // It was forgotten, or said to be somebody else's: nothing is left to show.
  else if (result.error.kind === 'not-found') closeDetails()
  // What was last said of another address is not shown beneath the failure of this one.
  else
    useDetails.setState(({ about }) => ({
      about: about?.address.id === id ? about : null,
      error: result.error,
    }))
})

/** Shows an address beside the list and puts the keyboard there: into the panel, its note or its labels. */
export function openDetails(id: string, { focus = 'panel' }: { readonly focus?: DetailsPlace } = {}): void {
  usePlace.setState({ screen: 'addresses', dialog: null })
  useDetails.setState({ id, error: null, wanted: { place: focus } })
  void read()
}

/** The list's active row is another one now: open details show it, and the keyboard stays in the list. */
export function followDetails(id: string): void {
  const { id: shown } = useDetails.getState()
  if (shown === null || shown === id) return
  useDetails.setState({ id, error: null, wanted: null })
  void read()
}

/** Closes them; what was typed into the note is kept. */
export const closeDetails = () => useDetails.setState({ id: null, about: null, error: null, wanted: null })

/** Something changed that they show. */
export const refreshDetails = (): Promise<void> =>
  useDetails.getState().id === null ? Promise.resolve() : read()

/** The keyboard is where it was asked to go. */
export const meetWanted = () => useDetails.setState({ wanted: null })
