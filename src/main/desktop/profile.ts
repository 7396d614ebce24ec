import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { err, ok, type Result } from '../../shared/result'
import { type ProfileWish, profileFolder } from './profileFolder'

export interface Profile {
  readonly isDemo: boolean
  /** Everything that Mailroom keeps is in here; absolute, and the user's own (0700) where we made it. */
  readonly folder: string
  readonly logs: string
}

/**
 * Chooses and makes the profile's folder, and sends everything there that Electron itself keeps. Before
 * the lock is asked for, which is a file in it, and before Electron is ready.
 */
export function openProfile(wish: ProfileWish): Result<Profile, { problem: 'not-absolute' | 'not-made' }> {
  const chosen = profileFolder(wish, app.getPath('appData'))
  if (!chosen.ok) return chosen
  const folder = chosen.value
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (!statSync(folder).isDirectory()) return err({ problem: 'not-made' })
  } catch {
    return err({ problem: 'not-made' })
  }
  app.setPath('userData', folder)
  // Apart from what is Mailroom's own.
  app.setPath('sessionData', join(folder, 'browser'))
  return ok({ isDemo: wish.isDemo, folder, logs: join(folder, 'logs') })
}
