import { useSyncExternalStore } from 'react'

function follow(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** Whether this computer has any network, as Chromium sees it. A hint only: it keeps nothing from being tried. */
export const useIsOnline = () => useSyncExternalStore(follow, () => navigator.onLine)
