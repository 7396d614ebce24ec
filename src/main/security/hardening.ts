import { app } from 'electron'
import { guardNavigation } from './navigation'
import { cutPeers, fetchNoDictionary } from './network'
import { denyPermissions } from './permissions'

/**
 * What holds for the whole application, whichever window or session comes later: every renderer in the
 * sandbox, every page kept where it is, every permission denied, nothing fetched that nobody asked for.
 * Call it once, before the application is ready. Electron's own answers stay as they are where they are
 * the strict ones: a bad certificate is refused, a proxy's or a server's question for a password is
 * cancelled, no crash report is written.
 */
export function hardenApplication(): void {
  app.enableSandbox()
  app.on('session-created', (session) => {
    denyPermissions(session)
    fetchNoDictionary(session)
  })
  app.on('web-contents-created', (_event, contents) => {
    guardNavigation(contents)
    cutPeers(contents)
  })
}
