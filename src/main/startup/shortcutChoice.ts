import type { AppError } from '../../shared/errors'
import { ok, type Result } from '../../shared/result'
import { createShortcut, type Shortcut } from '../desktop/shortcut'
import type { Store } from '../store/store'
import type { QuickWindow } from './quickWindow'

export interface ShortcutChoiceParts {
  readonly store: Store
  readonly quick: () => QuickWindow
}

/** The global shortcut as its user chose it. */
export interface ShortcutChoice {
  readonly shortcut: Shortcut
  /** Takes what was chosen in an earlier run. One that another program has by now stays chosen, and does not work. */
  begin(): Promise<void>
  /** Takes another one; null: none. What cannot be taken is not kept either. */
  choose(accelerator: string | null): Promise<Result<void, AppError>>
}

export function createShortcutChoice({ store, quick }: ShortcutChoiceParts): ShortcutChoice {
  const shortcut = createShortcut(() => quick().open({ kind: 'create' }))
  // A window costs memory: it is kept ready only for a key that promises it at once.
  const keepReady = () => quick().keepReady(shortcut.standing() === 'on')
  return {
    shortcut,
    async begin() {
      const settings = await store.read('settings.get')
      if (settings.ok) shortcut.set(settings.value.shortcut)
      keepReady()
    },
    async choose(accelerator) {
      const before = await store.read('settings.get')
      if (!before.ok) return before
      const taken = shortcut.set(accelerator)
      if (!taken.ok) return taken
      const kept = await store.write('settings.update', { shortcut: accelerator })
      if (!kept.ok) shortcut.set(before.value.shortcut)
      keepReady()
      return kept.ok ? ok(undefined) : kept
    },
  }
}
