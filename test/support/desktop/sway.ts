import { once } from 'node:events'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { collectText } from './programs'
import type { Session } from './session'

/** A Wayland desktop that nobody sees, in a session that has no X server. */
export interface Sway {
  /** What programs need beside the session's environment to have their windows here. */
  readonly env: Readonly<Record<string, string>>
  /** What the application needs to be told at its start. */
  readonly args: readonly string[]
  /** What another program reads from the clipboard; null if nothing can be pasted. */
  readClipboard(): Promise<string | null>
  /** Copies as another program does. */
  writeClipboard(text: string): Promise<void>
  /** Presses one key as a keyboard does (wtype(1)); the window with the focus gets it. */
  press(key: string): Promise<void>
  /** The titles of the windows that are shown; the one that has the focus is marked. */
  windows(): Promise<readonly { readonly title: string; readonly isFocused: boolean }[]>
}

/** A node of sway's tree (sway-ipc(7), "GET_TREE"), as far as it is read here. */
interface Node {
  readonly name: string | null
  readonly pid?: number
  readonly focused: boolean
  readonly nodes: readonly Node[]
  readonly floating_nodes: readonly Node[]
}

const STARTING_MS = 10_000
/**
 * A keyboard that nobody touches. Without one the desktop has none between two presses, and a program that hears of
 * the keyboard only with the press misses it. It stays for an hour, and would then press Shift, alone.
 */
const KEYBOARD = ['-s', String(60 * 60_000), '-k', 'Shift_L'] as const

/**
 * Starts sway without a screen (wlroots, "Environment variables") for a session with `display: false`; it ends with
 * the session. It needs the Debian packages sway, wl-clipboard and wtype. Rejects with its words where it does not start.
 */
export const startSway = async (session: Session): Promise<Sway> => {
  const config = join(session.makeFolder('sway'), 'config')
  writeFileSync(config, 'xwayland disable\ndefault_border none\n')
  const env = {
    WLR_BACKENDS: 'headless',
    WLR_RENDERER: 'pixman',
    WLR_LIBINPUT_NO_DEVICES: '1',
    XDG_SESSION_TYPE: 'wayland',
  }
  const compositor = session.start('sway', ['--config', config], { stdio: ['ignore', 'ignore', 'pipe'], env })
  const words = collectText(compositor.stderr)
  const ended = once(compositor, 'exit').then(() => true)
  const own = await findSockets(session.runtime, ended)
  if (own === null) throw new Error(`sway does not start: ${words()}`)
  const display = { WAYLAND_DISPLAY: own.display, SWAYSOCK: own.control, XDG_SESSION_TYPE: 'wayland' }

  const run = (command: string, args: readonly string[], input = '') =>
    session.run(command, args, { env: display, input })
  session.start('wtype', [...KEYBOARD], { stdio: 'ignore', env: display })
  if (!(await comesTrue(() => hasKeyboard(run), ended))) throw new Error(`sway has no keyboard: ${words()}`)
  return {
    env: display,
    args: ['--ozone-platform=wayland'],
    readClipboard: async () => {
      const { code, stdout } = await run('wl-paste', ['--no-newline'])
      return code === 0 ? stdout : null
    },
    writeClipboard: async (text) => {
      // It stays behind to serve the text, and keeps its outputs open.
      const child = session.start('wl-copy', [], { stdio: ['pipe', 'ignore', 'ignore'], env: display })
      child.stdin?.end(text)
      await once(child, 'exit')
    },
    press: async (key) => {
      const { code, stderr } = await run('wtype', ['-k', key])
      if (code !== 0) throw new Error(`wtype does not press ${key}: ${stderr}`)
    },
    windows: async () => {
      const { stdout } = await run('swaymsg', ['--raw', '--type', 'get_tree'])
      // The shape that its manual names.
      return windowsOf(JSON.parse(stdout) as Node)
    },
  }
}

const windowsOf = (node: Node): { title: string; isFocused: boolean }[] => [
  ...(node.pid === undefined ? [] : [{ title: node.name ?? '', isFocused: node.focused }]),
  ...[...node.nodes, ...node.floating_nodes].flatMap(windowsOf),
]

type Run = (command: string, args: readonly string[]) => Promise<{ readonly stdout: string }>

/** Whether programs are told that there is a keyboard (sway-ipc(7), "GET_INPUTS"). */
async function hasKeyboard(run: Run): Promise<boolean> {
  const { stdout } = await run('swaymsg', ['--raw', '--type', 'get_inputs'])
  // The shape that its manual names.
  const inputs = JSON.parse(stdout) as readonly { readonly type: string }[]
  return inputs.some(({ type }) => type === 'keyboard')
}

interface Sockets {
  readonly display: string
  readonly control: string
}

async function findSockets(runtime: string, ended: Promise<boolean>): Promise<Sockets | null> {
  let found: Sockets | null = null
  const look = async () => {
    const names = readdirSync(runtime)
    const display = names.find((name) => /^wayland-\d+$/.test(name))
    const control = names.find((name) => /^sway-ipc\..*\.sock$/.test(name))
    if (display !== undefined && control !== undefined) found = { display, control: join(runtime, control) }
    return found !== null
  }
  await comesTrue(look, ended)
  return found
}

/** Looks until it is so; false where it is not in time, or sway has ended. */
async function comesTrue(look: () => Promise<boolean>, ended: Promise<boolean>): Promise<boolean> {
  for (let waited = 0; waited < STARTING_MS; waited += 50) {
    if (await look()) return true
    if (await Promise.race([ended, sleep(50, false)])) return false
  }
  return false
}
