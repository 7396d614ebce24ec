import { app } from 'electron'

/**
 * Ends the process with this code. For the very end: everything is written down and said, no window needs anything more.
 * Without the end that Electron makes of itself, which now and then crashes while it takes apart what nobody needs any
 * more (microsoft/vscode#192119: what a garbage collection was about to free is freed twice), so that a command that did
 * its work would have a signal for a code, and its desktop would tell of a crash. Everything that Chromium keeps is in
 * memory (`security/windowSession.ts`, `upstream/transport.ts`); its other processes end with this one.
 */
export function exitNow(code: number): void {
  // Tried out on Linux alone.
  if (process.platform !== 'linux') {
    app.exit(code)
    return
  }
  // Else its file would stay, and the next start would have to find out that nobody is there.
  app.releaseSingleInstanceLock()
  endProcess.reallyExit(code)
}

/** What `process.exit` itself calls in Node.js; in Electron that one is `app.exit`. */
const endProcess = process as typeof process & { reallyExit(code: number): never }
