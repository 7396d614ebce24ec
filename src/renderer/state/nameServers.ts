import { healthText } from '../../shared/text/window/health'
import { call } from '../bridge'
import { showDone, showError } from './notices'

/** Puts the name servers that a domain is to have on the clipboard, one a line. */
export async function copyServers(id: string): Promise<void> {
  const copied = await call('health.copyNameServers', { id })
  if (copied.ok) showDone(healthText.copiedServers(copied.value.copied))
  else showError(copied.error, { service: 'litemail', redo: () => void copyServers(id) })
}
