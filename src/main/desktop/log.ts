import { chmodSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import electronLog from 'electron-log/node'
import { desktopText } from '../../shared/text/desktop'
import { redact } from './redact'

export interface Log {
  /** The cause of an `internal` error, under the number that the user was shown. */
  fault(ref: string, cause: unknown): void
  /** One line about the ordinary course of things. */
  note(text: string): void
  /** From now on nothing is written any more. */
  end(): void
}

/** What the newest part of the log is called in its folder. */
export const LOG_NAME = 'mailroom.log'

const LARGEST = 1024 * 1024
const OLD_ONES = 3

/**
 * The log in `folder` (absolute), which is made: one file of at most about 1 MB and three older ones,
 * readable by the user alone. Nothing that looks like a key gets in. Nothing is ever written to standard
 * output or error, which belong to the command line; where the disk takes no more, the log is silent.
 */
export function openLog(folder: string): Log {
  const file = join(folder, LOG_NAME)
  makePrivate(folder, file)

  const log = electronLog.create({ logId: folder })
  log.transports.console.level = false
  // Troubles with the file are told there whatever the level, by the library's first logger too.
  for (const { transports } of [electronLog, log]) transports.console.writeFn = () => undefined
  // It looks for a package.json otherwise, and gives up without one.
  log.transports.file.setAppName(desktopText.name)
  log.transports.file.resolvePathFn = () => file
  log.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' }
  log.transports.file.format = '[{iso}] [{level}] {text}'
  log.transports.file.maxSize = LARGEST
  log.transports.file.archiveLogFn = () => rotate(file)

  return {
    fault: (ref, cause) => log.error(oneEntry(`${ref}: ${inspect(cause, { depth: 4 })}`)),
    note: (text) => log.info(oneEntry(text)),
    end() {
      log.transports.file.level = false
    },
  }
}

/** Further lines are set in, so that no text from outside can pass for an entry of its own. */
const oneEntry = (text: string) => redact(text).replace(/\r?\n|\r/g, '\n    ')

function makePrivate(folder: string, file: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(file, 0o600)
  } catch {
    // No such file yet, or no right to write: the first entry finds out.
  }
}

/** `mailroom.log` becomes `mailroom.1.log`, that one `mailroom.2.log`; the last one goes. */
function rotate(file: string): void {
  const old = (number: number) => file.replace(/\.log$/, `.${number}.log`)
  try {
    rmSync(old(OLD_ONES), { force: true })
    for (let number = OLD_ONES - 1; number >= 1; number -= 1) renameIfThere(old(number), old(number + 1))
    renameIfThere(file, old(1))
  } catch {
    // A log that cannot be turned over goes on in the same file.
  }
}

function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) throw cause
  }
}
