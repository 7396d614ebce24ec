import { useEffect, useRef } from 'react'
import type { Formatted } from '../../shared/message'
import { messagesText as text } from '../../shared/text/window/messages'

type Policy = ReturnType<Window['trustedTypes']['createPolicy']>

let policy: Policy | null = null

/** The one policy that the page's own allows (W3C, "Trusted Types"): for what stands in the frame, and nothing else. */
function framePolicy(): Policy {
  policy ??= window.trustedTypes.createPolicy('message-frame', { createHTML: (html) => html })
  return policy
}

/** Of this load of the page: the frame inherits the page's policy, which asks for it. */
const nonceOfPage = () => document.querySelector<HTMLElement>('script[nonce]')?.nonce ?? ''

const LOOKS =
  'html{color-scheme:light;background:#fff;color:#1c1c1e}body{margin:12px;font:14px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}table{max-width:100%}'

/** A whole page around what main made harmless: nothing is fetched, run or sent from it, whatever it holds. */
export const pageOf = ({ css, body }: Formatted, nonce: string): string =>
  [
    '<!doctype html><html><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'">`,
    `<style nonce="${nonce}">${LOOKS}\n${css.replaceAll('<', '')}</style></head><body>${body}</body></html>`,
  ].join('')

/** A message as its sender formatted it, in a frame without an origin, scripts, forms, links and network. */
export function MessageFrame({ formatted }: { readonly formatted: Formatted }) {
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => {
    if (frame.current === null) return
    frame.current.srcdoc = framePolicy().createHTML(pageOf(formatted, nonceOfPage()))
  }, [formatted])
  return (
    <iframe
      ref={frame}
      sandbox=""
      referrerPolicy="no-referrer"
      title={text.formattingTitle}
      className="h-[60vh] min-h-60 w-full rounded-lg border border-line"
    />
  )
}
