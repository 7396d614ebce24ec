import { app, type Session, session } from 'electron'
import { cutNetwork } from './network'
import { denyPermissions } from './permissions'
import { serveScheme } from './scheme'

/**
 * The session of Mailroom's windows, made when the application is ready: in memory only, so nothing that
 * a window showed or was typed into it reaches a disk; it gets the files of `folder` (absolute) and
 * nothing else.
 */
export function openWindowSession(folder: string): Session {
  const own = session.fromPartition('window', { cache: false })
  denyPermissions(own)
  cutNetwork(own, !app.isPackaged)
  serveScheme(own, folder)
  return own
}
