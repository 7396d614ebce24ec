import type { Session } from 'electron'
import { APP_ORIGIN } from './origin'

/**
 * Leaves a session's pages no network at all: whatever they ask for that is not Mailroom's own file is
 * cancelled before it leaves. The content policy says the same to the page; this holds without it.
 * `isInspectable`: the tools for developers may load their own pages.
 */
export function cutNetwork(session: Session, isInspectable: boolean): void {
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const isOwn = url.startsWith(`${APP_ORIGIN}/`) || (isInspectable && url.startsWith('devtools://'))
    answer({ cancel: !isOwn })
  })
}
