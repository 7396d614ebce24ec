import { create } from 'zustand'
import { addresses } from './addresses'
import type { Asked } from './notices'

/** What the newest address is for: whether that is asked, and whether somebody answers just now. */
export interface Asking {
  /** The newest address that was made without a note; stays after its notice has left. */
  readonly about: Asked | null
  readonly isAnswered: boolean
}

export const useAsking = create<Asking>(() => ({ about: null, isAnswered: false }))

/** An address was made without a note. What somebody is typing about the one before is left alone. */
export const askFor = (about: Asked) =>
  useAsking.setState((now) => (now.isAnswered ? now : { about, isAnswered: false }))

export const startAnswer = (about: Asked) => useAsking.setState({ about, isAnswered: true })
export const endAnswer = () => useAsking.setState({ isAnswered: false })
/** It has its note. */
export const endAsking = () => useAsking.setState({ about: null, isAnswered: false })

// Its note was written in the list or in its details: nothing is left to ask.
addresses.use.subscribe(({ rows }) => {
  const { about, isAnswered } = useAsking.getState()
  if (about === null || isAnswered) return
  const row = rows.find((each) => each?.id === about.addressId)
  if (row !== undefined && row.note !== '') endAsking()
})
