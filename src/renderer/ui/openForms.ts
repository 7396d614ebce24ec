import { useEffect } from 'react'
import { create } from 'zustand'

/** How many dialogs with a form are open, wherever they were opened. */
export const useOpenForms = create<{ readonly count: number }>(() => ({ count: 0 }))

const change = (by: number) => useOpenForms.setState(({ count }) => ({ count: count + by }))

/** As long as it is drawn, something is being done in a dialog. */
export function useOpenForm(): void {
  useEffect(() => {
    change(1)
    return () => change(-1)
  }, [])
}
