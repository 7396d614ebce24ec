import type { Session, WebContents } from 'electron'
import { APP_ORIGIN } from './origin'

/**
 * Leaves a session's pages no network at all: whatever they ask for that is not Mailroom's own file is
 * cancelled before it leaves. The content policy says the same to the page; this holds without it.
 * `isInspectable`: the tools for developers may load their own pages.
 */
export function cutNetwork(session: Session, isInspectable: boolean): void {
  // Whatever still finds a way out ends at a port where nobody listens, names looked up included.
  void session.setProxy({
    mode: 'fixed_servers',
    proxyRules: 'socks5://127.0.0.1:1',
    proxyBypassRules: '<-loopback>',
  })
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const isOwn = url.startsWith(`${APP_ORIGIN}/`) || (isInspectable && url.startsWith('devtools://'))
    answer({ cancel: !isOwn })
  })
}

/**
 * Electron fetches a dictionary from a server of Google's as soon as there is a session, even for one that has no page
 * and whose spelling checker is off (Electron, "SpellChecker", "Does the SpellChecker use any Google services?"); for
 * no language it fetches none. To be called as soon as the session is there.
 */
export function fetchNoDictionary(session: Session): void {
  session.setSpellCheckerLanguages([])
  session.setSpellCheckerEnabled(false)
}

/** WebRTC asks no `webRequest`: without a proxy that carries its datagrams it sends none. */
export function cutPeers(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
