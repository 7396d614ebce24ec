import { app, type Session, session } from 'electron'
import { cutNetwork } from './network'
import { denyPermissions } from './permissions'
import { serveScheme } from './scheme'

let opened: Session | null = null

/**
 * The session of Mailroom's windows, made when the first of them opens: in memory only, so nothing that
 * a window showed or was typed into it reaches a disk; it gets the files of `folder` (absolute) and
 * nothing else.
 */
export function openWindowSession(folder: string): Session {
  if (opened !== null) return opened
  opened = session.fromPartition('window', { cache: false })
  denyPermissions(opened)
  cutNetwork(opened, !app.isPackaged)
  serveScheme(opened, folder)
  return opened
}
