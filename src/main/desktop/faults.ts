import { randomUUID } from 'node:crypto'
import { BrowserWindow, dialog } from 'electron'
import { desktopText } from '../../shared/text/desktop'
import { exitNow } from './exitNow'
import type { Log } from './log'

/**
 * Writes faults of the whole process to the log. After an exception that nobody caught nothing in memory
 * can be trusted, while everything that counts is written down: the process says so and ends, with 1.
 * Electron would show the fault's own text, which may hold anything, and go on.
 */
export function catchFaults(log: Log): void {
  process.on('unhandledRejection', (cause) => log.fault(newRef(), cause))
  process.on('uncaughtException', (cause) => {
    const ref = newRef()
    log.fault(ref, cause)
    const { title, detail } = desktopText.broken
    // Whoever sits at a terminal has no window to read it in.
    if (BrowserWindow.getAllWindows().length > 0) dialog.showErrorBox(title, detail(ref))
    else process.stderr.write(`${detail(ref)}\n`)
    exitNow(1)
  })
}

const newRef = () => randomUUID().slice(0, 8)
