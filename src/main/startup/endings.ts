import type { Created } from '../../shared/address'
import type { Command } from '../../shared/app'
import type { Batch } from '../../shared/batch'
import type { AppError } from '../../shared/errors'
import type { Result } from '../../shared/result'
import { type EndingWords, endingWords } from '../../shared/text/endings'
import { endingNotification } from '../../shared/text/notifications'
import type { Notifications } from '../desktop/notifications'
import { type UnseenEnding, unseenOfOne, unseenOfSeveral } from '../rules/unseenEnding'
import type { Store } from '../store/store'

export type Ending = Result<Created, AppError>

/** Endings of one kind within this time share one notification, in milliseconds. */
const TOGETHER_MS = 5_000

/** What endings need of the main window. */
export interface EndingsWindow {
  readonly isOpen: boolean
  /** In front, with the keyboard: what it says is seen. */
  readonly isWatched: boolean
  tell(ending: Ending): void
  show(options: { readonly isHidden: boolean }): void
  showAddress(id: string | null): void
  command(command: Command): void
}

/** Where it is told how creations ended that nobody watches in a window. */
export interface Endings {
  /** The last one that nobody has seen yet. */
  readonly unseen: UnseenEnding | null
  /** Of a creation that no window asked for. */
  tell(ending: Ending): void
  /** Of one that the main window asked for, and shows itself. */
  tellShown(ending: Ending): void
  /** Of several that were asked for at once, where no window in front shows them. */
  tellBatch(batch: Batch): void
  /** One that exists already was copied again, where no window shows that. */
  tellCopied(id: string, email: string): void
  /** The main window is in front now. */
  see(): void
  /** Leads to what the last one is about. */
  lead(): void
}

export interface EndingsParts {
  readonly store: Store
  readonly window: () => EndingsWindow
  readonly notifications: Notifications
  /** The desktop lets Mailroom copy an address only from a window with the focus: brings one there. */
  readonly askToCopy: (id: string, email: string) => void
  /** What is unseen is another one now. */
  readonly onChange: () => void
}

export function createEndings({ store, window, notifications, askToCopy, onChange }: EndingsParts): Endings {
  let unseen: Unseen | null = null
  const groups = new Map<string, Group>()

  async function notify(ending: Ending, kind: EndingWords['kind'] | 'again'): Promise<void> {
    const settings = await store.read('settings.get')
    // Where the settings cannot be read, neither can it be known whether an address may be named.
    const { isNotifying, isAddressNotified } = settings.ok
      ? settings.value
      : { isNotifying: true, isAddressNotified: false }
    if (!isNotifying) return
    const group = join(groups, kind)
    // One that was copied again is no further one that was created.
    const count = kind === 'again' ? 1 : group.count
    const words = endingNotification(ending, { count, isAddressNotified })
    const before = group.shown
    group.shown = before.then((replaces) => notifications.show(words, () => leadTo(ending), replaces))
    await group.shown
  }

  function tell(ending: Ending, isShown: boolean): void {
    const { isOpen, isWatched, tell: tellWindow } = window()
    if (!isShown) tellWindow(ending)
    unseen = isWatched ? null : { ending, isInWindow: isShown || isOpen }
    if (!isWatched) void notify(ending, endingWords(ending).kind)
    if (!isWatched && ending.ok && ending.value.notCopied === 'focus') {
      askToCopy(ending.value.id, ending.value.email)
    }
    onChange()
  }

  function leadTo(ending: Ending): void {
    if (ending.ok) window().showAddress(ending.value.id)
    else window().show({ isHidden: false })
  }

  return {
    get unseen() {
      if (unseen === null) return null
      return 'ending' in unseen ? unseenOfOne(unseen.ending) : unseenOfSeveral(unseen.batch)
    },
    tell: (ending) => tell(ending, false),
    tellShown: (ending) => tell(ending, true),
    tellBatch(batch) {
      unseen = { batch }
      onChange()
    },
    tellCopied: (id, email) =>
      void notify(
        { ok: true, value: { id, email, accountId: '', state: 'created', isCopied: true } },
        'again',
      ),
    see() {
      if (unseen === null) return
      // One that opens now was not there to be told; what went well needs no words any more.
      if ('ending' in unseen) {
        const isDone = endingWords(unseen.ending).next === null
        if (!unseen.isInWindow && !isDone) window().tell(unseen.ending)
      }
      unseen = null
      onChange()
    },
    lead() {
      if (unseen === null) return
      if ('ending' in unseen) leadTo(unseen.ending)
      else window().command('addresses')
    },
  }
}

/** The last outcome; `isInWindow`: its window has been told. Of several there is only the list to be seen. */
type Unseen = { readonly ending: Ending; readonly isInWindow: boolean } | { readonly batch: Batch }

interface Group {
  count: number
  at: number
  /** The number of its notification; null: none was shown. */
  shown: Promise<number | null>
}

function join(groups: Map<string, Group>, kind: string): Group {
  const now = performance.now()
  const open = groups.get(kind)
  const isOpen = open !== undefined && now - open.at < TOGETHER_MS
  const group = isOpen ? open : { count: 0, at: now, shown: Promise.resolve(null) }
  group.count += 1
  group.at = now
  groups.set(kind, group)
  return group
}
