import { clipboard } from 'electron'
import type { AppErrorOf } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import type { ClipboardMark } from '../actions/context'
import { isUsedSince } from '../rules/clipboardMark'
import { hasDisplay } from './application'
import { isUserHere } from './attention'
import { middleButton } from './middleButton'
import {
  clearOnWayland,
  copyOnWayland,
  isWaylandSession,
  readOnWayland,
  readsUnfocused,
} from './waylandClipboard'

/** A text that this process put on the clipboard. */
export interface Copy {
  readonly text: string
  /** This process serves it to others, as far as it knows. */
  readonly isServedHere: boolean
}

/** The last one. */
let ours: Copy | null = null

type Copied = Promise<Result<void, AppErrorOf<'clipboard' | 'clipboard-focus' | 'clipboard-late'>>>

/** Finds out how the clipboard can be read here, so that the first press need not wait for it. */
export function prepareClipboard(): void {
  if (hasDisplay() && isWaylandSession(process.env)) void readsUnfocused()
}

/** The clipboard as it is now, to be told later whether somebody used it since. Never fails. */
export async function markClipboard(): Promise<ClipboardMark> {
  return { at: performance.now(), text: await readText() }
}

/** What writes to the clipboard does so after what was asked for before it: nothing is taken off that came meanwhile. */
let last: Promise<unknown> = Promise.resolve()

function inTurn<T>(act: () => Promise<T>): Promise<T> {
  // Neither of the two that come here fails.
  const mine = last.then(act)
  last = mine
  return mine
}

/**
 * Puts a text on the clipboard, and answers only then that it is there when another program can read it. The
 * one place that writes to the clipboard. Errors: `clipboard-late`, with a mark: the clipboard was used since, or the
 * mark is too old; it was left alone. `clipboard-focus`: this desktop takes a text only from the window that the user
 * is busy in, and nothing here can do it otherwise. `clipboard`: it failed.
 */
export const copyText = (text: string, since?: ClipboardMark): Copied => inTurn(() => put(text, since))

async function put(text: string, since?: ClipboardMark): Copied {
  // Without a display there is no clipboard that anybody shares; Electron keeps one for itself.
  if (!hasDisplay()) return err({ kind: 'clipboard' })
  try {
    if (since !== undefined) {
      const now = { at: performance.now(), text: await readText() }
      if (isUsedSince(since, now, ours?.text ?? null)) return err({ kind: 'clipboard-late' })
    }
    return await (isWaylandSession(process.env) ? copyInWayland(text) : copyInX(text))
  } catch {
    return err({ kind: 'clipboard' })
  }
}

/**
 * Takes a text off the clipboard, and off what the middle button pastes, each only where it still has it. False where
 * that cannot be known now. Never fails.
 */
export const takeOff = (text: string): Promise<boolean> => inTurn(() => take(text))

async function take(text: string): Promise<boolean> {
  if (!hasDisplay()) return true
  try {
    const now = await readText()
    if (now === null) return false
    if (now === text && !(await empty())) return false
    // Electron fills both (X11).
    if (process.platform === 'linux' && (await middleButton.readText()) === text) middleButton.clear()
    // That it is empty is our own doing: whoever waits for an address still gets it.
    if (now === text) ours = { text: '', isServedHere: false }
    else if (ours?.text === text) ours = null
    return true
  } catch {
    return false
  }
}

/** Whether nothing is on the clipboard afterwards. */
async function empty(): Promise<boolean> {
  if (isWaylandSession(process.env) && !isUserHere()) return clearOnWayland()
  clipboard.clear()
  return true
}

/** What this process put on the clipboard last; null before, and after it is forgotten. */
export const lastCopied = (): Copy | null => ours

/** Another program serves this copy from now on, or the clipboard has something else. */
export function servesNoMore(copy: Copy): void {
  if (ours === copy) ours = { ...copy, isServedHere: false }
}

/** Whatever Mailroom copied is not to outlive it. */
export function forgetCopied(): void {
  ours = null
}

/** Other programs are asked by Electron itself, and what it reads of its own text they read, too: it owns the selection. */
async function copyInX(text: string): Copied {
  await clipboard.writeText(text)
  if ((await clipboard.readText()) !== text) return err({ kind: 'clipboard' })
  ours = { text, isServedHere: true }
  return ok(undefined)
}

/**
 * Wayland drops what a program copies that the user is not busy in, and Electron does not notice: it reads its own
 * text back. A program of the user's session can do it for us.
 */
async function copyInWayland(text: string): Copied {
  const isHere = isUserHere()
  if (isHere) {
    await clipboard.writeText(text)
    // Where another program cannot look without taking the focus away, the rule has to do.
    if (!(await readsUnfocused()) || (await readOnWayland()) === text) {
      ours = { text, isServedHere: true }
      return ok(undefined)
    }
  }
  if (!(await copyOnWayland(text))) return err({ kind: isHere ? 'clipboard' : 'clipboard-focus' })
  ours = { text, isServedHere: false }
  return ok(undefined)
}

/** What is on the clipboard; null where that cannot be known from here. */
async function readText(): Promise<string | null> {
  try {
    if (!hasDisplay()) return null
    // Unfocused, Electron reads on Wayland what was there when it last had the focus.
    if (isWaylandSession(process.env) && !isUserHere()) {
      return (await readsUnfocused()) ? await readOnWayland() : null
    }
    return await clipboard.readText()
  } catch {
    return null
  }
}
