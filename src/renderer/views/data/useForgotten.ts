import { type RefObject, useLayoutEffect } from 'react'

/** What was typed into a field does not outlive it. */
export function useForgotten(inputRef: RefObject<HTMLInputElement | null>): void {
  useLayoutEffect(() => {
    const field = inputRef.current
    return () => {
      if (field !== null) field.value = ''
    }
  }, [inputRef])
}
