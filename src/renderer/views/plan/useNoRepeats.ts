import { useEffect } from 'react'

const isPress = ({ key }: KeyboardEvent): boolean => key === 'Enter' || key === ' '

/**
 * A held key is one press: the press that led here confirms nothing here, and the one that confirmed it does nothing to what
 * is behind it, until it is let go.
 */
export function useNoRepeats(): void {
  useEffect(() => {
    let isHeld = false
    let isGone = false
    const hold = (event: KeyboardEvent) => {
      if (!isPress(event)) return
      isHeld = true
      if (!event.repeat) return
      event.preventDefault()
      event.stopPropagation()
    }
    const stop = () => {
      window.removeEventListener('keydown', hold, true)
      window.removeEventListener('keyup', letGo, true)
      window.removeEventListener('blur', letGoAll)
    }
    const letGoAll = () => {
      isHeld = false
      if (isGone) stop()
    }
    const letGo = (event: KeyboardEvent) => {
      if (isPress(event)) letGoAll()
    }
    window.addEventListener('keydown', hold, true)
    window.addEventListener('keyup', letGo, true)
    window.addEventListener('blur', letGoAll)
    return () => {
      isGone = true
      if (!isHeld) stop()
    }
  }, [])
}
