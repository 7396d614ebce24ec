import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { copyAddresses } from '../actions/copyAddress'
import { CREATE_DEADLINE_MS, createAddress } from '../actions/createAddress'
import type { Log } from '../desktop/log'
import { putIntoTray, type TrayIcon } from '../desktop/tray'
import { type TrayAction, type TrayState, trayLook, trayMenu } from '../rules/trayMenu'
import type { Changes } from './changes'
import type { Endings } from './endings'
import type { Lifetime } from './lifetime'
import type { MailWindow } from './mailWindow'
import type { MainWindow } from './mainWindow'
import type { OpenedContext } from './openContext'
import type { QuickWindow } from './quickWindow'
import { readTrayState, type TrayKnowledge } from './trayState'

/** Changes come in swarms: the menu is drawn once for all within this time, in milliseconds. */
const DRAW_AFTER_MS = 60
/** Requests of the hour grow older without anything else changing. */
const DRAW_EVERY_MS = 60_000

export interface TrayDeskParts extends TrayKnowledge {
  readonly opened: OpenedContext
  readonly changes: Changes
  readonly endings: Endings
  readonly lifetime: Lifetime
  readonly window: MainWindow
  readonly quick: QuickWindow
  readonly mail: MailWindow
  readonly log: Log
  readonly quit: () => void
}

/** The icon in the tray, its menu, and what a press of an item does; all of it works without a window. */
export interface TrayDesk {
  /** Something shows tray icons now, or again; false: nothing does. */
  show(isShown: boolean): void
  /** Something else than what `changes` tell is shown otherwise now. */
  drawSoon(): void
}

export function createTrayDesk(parts: TrayDeskParts): TrayDesk {
  const { opened, changes, endings, window, log } = parts
  const { context } = opened
  let icon: TrayIcon | null = null
  let drawn = ''
  let known: TrayState | null = null
  let timer: NodeJS.Timeout | undefined
  let every: NodeJS.Timeout | undefined

  const drawSoon = () => {
    if (icon === null || timer !== undefined) return
    timer = setTimeout(() => void draw(), DRAW_AFTER_MS)
  }
  changes.onTold(drawSoon)

  async function draw(): Promise<void> {
    // From here on a change is drawn by the next one.
    timer = undefined
    try {
      const state = await readTrayState(parts)
      known = state
      const [look, items] = [trayLook(state), trayMenu(state)] as const
      const next = JSON.stringify([look, items])
      if (icon === null || next === drawn) return
      drawn = next
      icon.draw(look, items)
    } catch (cause) {
      log.fault('tray', cause)
    }
  }

  function press(action: TrayAction): void {
    const release = parts.lifetime.hold()
    act(action)
      .catch((cause: unknown) => log.fault('tray', cause))
      .finally(release)
  }

  async function act(action: TrayAction): Promise<void> {
    switch (action.does) {
      case 'create':
        return endings.tell(
          await createAddress(context, {
            requestId: randomUUID(),
            via: 'tray',
            account: null,
            wish: {},
            isOverBudgetAllowed: false,
            isCopyWanted: true,
            deadlineMs: CREATE_DEADLINE_MS,
          }),
        )
      case 'create-with':
        return parts.quick.open({ kind: 'create' })
      case 'copy':
        return copy(action.id)
      case 'read-mail':
        return parts.mail.open({ addressId: action.id, email: action.email })
      case 'see-ending':
        return endings.lead()
      case 'see-accounts':
        return window.command('settings')
      case 'see-fleet':
        return window.command('overview')
      case 'see-attention':
        return window.showAttention()
      case 'open':
        return window.show({ isHidden: false })
      case 'pause':
        await context.store.write('settings.update', { isNotifying: !action.isPaused })
        return
      case 'quit':
        return parts.quit()
      default:
        return action satisfies never
    }
  }

  async function copy(id: string): Promise<void> {
    const copied = await copyAddresses(context, { ids: [id] })
    if (copied.ok) return endings.tellCopied(id, copied.value.email)
    const email = known?.recent?.find((address) => address.id === id)?.email ?? ''
    const notCopied = copied.error.kind === 'clipboard-focus' ? 'focus' : 'failed'
    endings.tell({
      ok: true,
      value: { id, email, accountId: '', state: 'created', isCopied: false, notCopied },
    })
  }

  function remove(): void {
    icon?.remove()
    icon = null
    drawn = ''
    clearInterval(every)
  }

  return {
    show(isShown) {
      // A host that is new, or came back, knows nothing of an icon that an earlier one showed.
      remove()
      if (!isShown) return
      icon = putIntoTray(join(import.meta.dirname, 'tray'), press)
      every = setInterval(drawSoon, DRAW_EVERY_MS)
      drawSoon()
    },
    drawSoon,
  }
}
