/** What keeps the process alive besides its window. */
export interface Lifetime {
  /** Keeps the process alive until the returned function is called. */
  hold(): () => void
  readonly isIdle: boolean
  /** One hold is left: the process ends with it. */
  readonly isHeldOnce: boolean
}

/** Calls `onIdle` whenever nothing holds the process any more. */
export function createLifetime(onIdle: () => void): Lifetime {
  let holds = 0
  return {
    get isIdle() {
      return holds === 0
    },
    get isHeldOnce() {
      return holds === 1
    },
    hold() {
      holds += 1
      let isHeld = true
      return () => {
        if (!isHeld) return
        isHeld = false
        holds -= 1
        if (holds === 0) onIdle()
      }
    },
  }
}
