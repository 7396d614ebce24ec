import type { MessageLink } from '../../../shared/message'
import { findConfirmationLink } from '../../rules/confirmationLink'
import { derivedId } from '../../rules/derivedId'
import { readHtml } from '../../rules/htmlText'
import { type FoundLink, messageLinks, shownAs } from '../../rules/messageLinks'
import { readableText } from '../../rules/messageText'
import { findOneTimeCode } from '../../rules/oneTimeCode'
import type { ReceivedMessage } from '../../upstream/likedo/inbox'
import type { HeldMessage } from './mail'

/** Below this id lie those of messages (RFC 9562, version 5). */
const MESSAGES = '6f0d7c1e-3f57-4b0a-9a54-0c55f8f4d0b1'

/** The id that a message of an address always has here. */
export const messageId = (addressId: string, serviceId: string) =>
  derivedId(MESSAGES, `${addressId} ${serviceId}`)

const START = 140
const LONGEST_SHOWN = 300
/** Formatting beyond is not kept: nobody would wait for it. */
const MOST_HTML = 1_000_001

const toLink = (link: FoundLink, index: number): MessageLink => ({
  index,
  host: link.host,
  address: link.href.length > LONGEST_SHOWN ? `${link.href.slice(0, LONGEST_SHOWN)}…` : link.href,
  shownAs: shownAs(link),
})

/** What a message says: its text where it has one, else what its HTML shows; the code and the link in it that are wanted. */
export function understandMessage(
  addressId: string,
  id: string,
  said: Omit<ReceivedMessage, 'serviceId'>,
): HeldMessage {
  const { from, fromName, to, cc, replyTo, at, text: plain, html, subject, attachments } = said
  const seen = html === null ? { text: '', anchors: [] } : readHtml(html)
  const shown = readableText(plain ?? seen.text)
  const found = messageLinks(shown.text, seen.anchors)
  const links = found.map(toLink)
  const place = findConfirmationLink(found, subject ?? '')
  // Where both are there the code may stand in one of them only.
  const code = findOneTimeCode(subject ?? '', shown.text) ?? findOneTimeCode(subject ?? '', seen.text)
  return {
    ...{ id, addressId, from, fromName, to, cc, replyTo, at, subject },
    start: shown.text.replace(/\s+/g, ' ').slice(0, START),
    code,
    link: place === null ? null : (links[place] ?? null),
    attachments: attachments.length,
    attached: [...attachments],
    isKept: false,
    text: shown.text,
    isCut: shown.isCut,
    isFormatted: html !== null,
    links,
    html: html?.slice(0, MOST_HTML) ?? null,
    hrefs: found.map(({ href }) => href),
  }
}
