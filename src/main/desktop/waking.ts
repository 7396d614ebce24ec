import { powerMonitor } from 'electron'

/** Hears each time the computer has slept. Only once the application is ready (Electron, "powerMonitor"). */
export function onWake(listener: () => void): void {
  powerMonitor.on('resume', listener)
}
