import type { ListedMessage, Message } from '../../shared/message'
import { links, sensitiveText } from '../../shared/text/sensitive'

/** Four digits and more, also where they are written apart. */
const numbers = /\p{Nd}(?:[ \u00a0.\-–]?\p{Nd}){3,}/gu
const tokens = /[\p{L}\p{Nd}-]{4,40}/gu

const isMixed = (token: string) => /\p{Nd}/u.test(token) && /\p{L}/u.test(token)

/**
 * A text of a message without what can be a code or a link in it: more than is offered as one, for what is not found is not
 * to be read either. `code`: what was found, which may be letters alone.
 */
export function maskText(text: string, code: string | null): string {
  const masked = text
    .replace(links, sensitiveText.mask)
    .replace(numbers, sensitiveText.mask)
    .replace(tokens, (token) => (isMixed(token) ? sensitiveText.mask : token))
  return code === null ? masked : masked.replaceAll(code, sensitiveText.mask)
}

const maskOrNull = (text: string | null, code: string | null) => (text === null ? null : maskText(text, code))

/** Who a message says that it is from, and about what. */
export const maskHead = ({
  fromName,
  subject,
  code,
}: Pick<ListedMessage, 'fromName' | 'subject' | 'code'>) => ({
  fromName: maskOrNull(fromName, code),
  subject: maskOrNull(subject, code),
})

/** A message in a list as it is shown while what is sensitive is hidden. */
export const maskListed = (message: ListedMessage): ListedMessage => ({
  ...message,
  ...maskHead(message),
  // What is cut off within a number may be too short to be one.
  start: maskText(message.start.replace(/\S+…$/, '…'), message.code),
  code: null,
  link: null,
  isMasked: true,
})

/** A message as it is read while what is sensitive is hidden: without its formatting, and with no link to open. */
export const maskMessage = (message: Message): Message => ({
  ...message,
  ...maskListed(message),
  text: maskText(message.text, message.code),
  isFormatted: false,
  links: [],
  attached: message.attached.map((one) => ({ ...one, name: maskOrNull(one.name, message.code) })),
})
