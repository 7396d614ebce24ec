import type { DesktopState } from '../../shared/desktopState'
import { shellLine } from '../rules/commandWords'
import { startsAtLogin } from './loginItem'
import { ownCommand, type ProfileChoice } from './ownCommand'
import type { Shortcut } from './shortcut'
import { isWaylandSession } from './waylandClipboard'

export interface DesktopStateParts {
  readonly profile: ProfileChoice
  readonly shortcut: Shortcut
  /** The combination that is set; null: none. */
  readonly accelerator: string | null
  readonly tray: DesktopState['tray']
  readonly canNotify: boolean
}

/** How Mailroom stands in its desktop, as it is at this moment. */
export function readDesktopState({
  profile,
  shortcut,
  accelerator,
  tray,
  canNotify,
}: DesktopStateParts): DesktopState {
  const standing = shortcut.standing()
  const session = sessionOf(process.env)
  return {
    session,
    tray,
    shortcut: { accelerator, standing: session === 'wayland' ? 'not-here' : standing },
    // Sample data is looked at, and never started by itself.
    startsAtLogin: profile.isDemo ? null : startsAtLogin(),
    canNotify,
    command: quickCommand(profile),
  }
}

/** The command line that opens quick create, to be bound to a key in the desktop's own settings. */
export const quickCommand = (profile: ProfileChoice): string =>
  shellLine([...ownCommand(profile), '--quick-create'])

function sessionOf(env: NodeJS.ProcessEnv): DesktopState['session'] {
  if (isWaylandSession(env)) return 'wayland'
  return env.DISPLAY ? 'x11' : 'other'
}
