import type { MessageLink } from '../../../shared/message'
import { findConfirmationLink } from '../../rules/confirmationLink'
import { derivedId } from '../../rules/derivedId'
import { readHtml } from '../../rules/htmlText'
import { type FoundLink, messageLinks, shownAs } from '../../rules/messageLinks'
import { readableText, startOf } from '../../rules/messageText'
import { findOneTimeCode } from '../../rules/oneTimeCode'
import type { KeptMessage } from '../../store/rows'
import type { ReceivedMessage } from '../../upstream/likedo/receivedMessage'
import type { HeldMessage } from './mail'

/** Below this id lie those of messages (RFC 9562, version 5). */
const MESSAGES = '6f0d7c1e-3f57-4b0a-9a54-0c55f8f4d0b1'

/**
 * The id that a message of an address always has here, under whatever id that is known by now. Two services may call two
 * messages of addresses of the same text the same.
 */
export const messageId = (origin: string, email: string, serviceId: string) =>
  derivedId(MESSAGES, `${origin} ${email.toLowerCase()} ${serviceId}`)

const LONGEST_SHOWN = 300
/** What lies beyond is neither read nor shown: nobody would wait for it. */
const MOST_HTML = 1_000_001
/** Formatting that is larger is not kept with a message: in characters, as a backup writes them. */
const MOST_KEPT_HTML = 400_000

/** What two messages under one name differ in. */
export const sizesOf = ({ text, html }: Pick<ReceivedMessage, 'text' | 'html'>): string =>
  `${text?.length} ${html?.length}`

const toLink = (link: FoundLink, index: number): MessageLink => ({
  index,
  host: link.host,
  address: link.href.length > LONGEST_SHOWN ? `${link.href.slice(0, LONGEST_SHOWN)}…` : link.href,
  shownAs: shownAs(link),
})

/** A message as it is understood; one that is kept was told as it is. */
type SaidMessage = Omit<ReceivedMessage, 'serviceId' | 'isTextTold'> &
  Partial<Pick<ReceivedMessage, 'isTextTold'>>

/**
 * What a message says: its text where it has one, else what its HTML shows; the code and the link in it that are wanted.
 * `isShortened`: there was more text of it than this.
 */
export function understandMessage(
  addressId: string,
  id: string,
  said: SaidMessage,
  isShortened = false,
): HeldMessage {
  const { from, fromName, to, cc, replyTo, at, text: plain, subject, attachments } = said
  const html = said.html?.slice(0, MOST_HTML) ?? null
  const seen = html === null ? { text: '', anchors: [] } : readHtml(html)
  const shown = readableText(plain ?? seen.text)
  const found = messageLinks(shown.text, seen.anchors)
  const links = found.map(toLink)
  const place = findConfirmationLink(found, subject ?? '')
  // Where both are there the code may stand in one of them only.
  const code = findOneTimeCode(subject ?? '', shown.text) ?? findOneTimeCode(subject ?? '', seen.text)
  // A piece of a text keeps all of that text in memory (V8); a copy does not.
  return structuredClone<HeldMessage>({
    ...{ id, addressId, from, fromName, to, cc, replyTo, at, newAt: at, subject },
    isTextTold: said.isTextTold ?? true,
    start: startOf(shown.text),
    code,
    link: place === null ? null : (links[place] ?? null),
    attachments: attachments.length,
    attached: [...attachments],
    isKept: false,
    isMasked: false,
    isKeptPlain: html !== null && JSON.stringify(html).length > MOST_KEPT_HTML,
    text: shown.text,
    isCut: shown.isCut || isShortened,
    isFormatted: html !== null,
    links,
    html,
    hrefs: found.map(({ href }) => href),
    sizes: sizesOf(said),
  })
}

/** A message that is kept, as it was read. */
export const understandKept = (kept: KeptMessage): HeldMessage => ({
  ...understandMessage(kept.addressId, kept.id, kept, kept.isCut),
  isKept: true,
})
