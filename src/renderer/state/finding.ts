import { create } from 'zustand'

/** The search box of the list in sight is wanted; a new object each time. */
export const useFinding = create<{ readonly wanted: object | null }>(() => ({ wanted: null }))
export const wantSearch = () => useFinding.setState({ wanted: {} })
export const meetFinding = () => useFinding.setState({ wanted: null })
