import { useEffect } from 'react'
import { shellText } from '../shared/text/window/shell'
import { appInfo } from './state/app'
import { readFirst } from './state/first'
import { Problem } from './ui/Problem'
import { Broken } from './views/shell/Broken'
import { Shell } from './views/shell/Shell'
import { Recovery } from './views/storage/Recovery'
import { StorageProblem } from './views/storage/StorageProblem'

/** A held key is one press: its repetitions must not reach the menu's "New address" and palette. */
function holdBackRepeats(event: KeyboardEvent): void {
  if (event.repeat && (event.ctrlKey || event.metaKey) && /^[nk]$/i.test(event.key)) event.preventDefault()
}

/** The whole window. */
export function App() {
  const info = appInfo.use()
  useEffect(() => {
    window.addEventListener('keydown', holdBackRepeats)
    return () => window.removeEventListener('keydown', holdBackRepeats)
  }, [])

  if (info.data?.storageProblem != null) return <StorageProblem error={info.data.storageProblem} />
  if (info.data?.hasRecovery === true) return <Recovery info={info.data} />
  if (info.data !== null) {
    return (
      <Broken>
        <Shell info={info.data} />
      </Broken>
    )
  }
  if (info.error === null) return null
  return (
    <main className="mx-auto flex h-full max-w-120 items-center p-6">
      <h1 className="sr-only">{shellText.title(shellText.broken, false)}</h1>
      <Problem error={info.error} context={{ redo: readFirst }} />
    </main>
  )
}
