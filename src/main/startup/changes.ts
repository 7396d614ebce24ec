import type { Topic } from '../../shared/contract'

type Listener = (topics: readonly Topic[]) => void

/** Passes on what is no longer what it was, in the store or beside it: to windows, the tray, whoever shows it. */
export interface Changes {
  tell(topics: readonly Topic[]): void
  onTold(listener: Listener): void
}

export function createChanges(): Changes {
  const listeners: Listener[] = []
  return {
    tell(topics) {
      for (const listener of listeners) listener(topics)
    },
    onTold: (listener) => void listeners.push(listener),
  }
}
