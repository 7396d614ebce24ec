import type { AppError } from '../../../shared/errors'
import { ok, type Result } from '../../../shared/result'
import { type Answer, type BodyProblem, decideRead } from '../../rules/outcome'
import type { Exchange } from '../exchange'
import { readJson } from '../json'
import { type Asked, contextOf } from './answers'
import {
  below,
  type Decoder,
  type Fields,
  firstOf,
  isFields,
  misshapen,
  openEnvelope,
  type Placed,
} from './envelope'
import { readId } from './fields'
import { oneIn } from './rows'

/** What opens a mailbox, as the service told it; null: it did not. Never to be kept, logged or put into an error. */
export interface MailboxSecrets {
  readonly password: string | null
  readonly appPassword: string | null
  /** What one-time codes are made of, unread. */
  readonly seed: string | null
}

/** Of which mailbox the secrets are wanted. */
export interface WantedMailbox {
  readonly serviceId: string
  readonly email: string
}

/** Names of fields in small letters, letters and digits only; the likeliest first. */
const names: Readonly<Record<keyof MailboxSecrets, readonly string[]>> = {
  password: [
    ...['password', 'mailboxpassword', 'emailpassword', 'loginpassword', 'accountpassword', 'userpassword'],
    ...['currentpassword', 'passwd', 'pwd', 'pass'],
  ],
  appPassword: [
    ...['apppassword', 'applicationpassword', 'appspecificpassword', 'apppass', 'apppasswd', 'apppwd'],
    ...['smtppassword', 'imappassword', 'mailpassword'],
  ],
  seed: [
    ...['secret', 'totpsecret', 'totpseed', 'totp', 'totpkey', 'totpuri', 'totpurl', 'otpsecret', 'otpseed'],
    ...[
      'otpauth',
      'otpauthurl',
      'otpauthuri',
      'otpuri',
      'otpurl',
      'otpkey',
      '2fasecret',
      '2fakey',
      'twofasecret',
    ],
    ...['twofactorsecret', 'twofactorauthsecret', 'twofactorkey', 'mfasecret', 'mfaseed', 'mfakey'],
    ...['authenticatorsecret', 'authenticatorkey', 'authsecret', 'secretkey', 'seed'],
  ],
}

const plainOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z\d]/g, '')

const LONGEST = 4096
/** How deep below a mailbox its credentials may stand: `credentials`, `login.imap`. */
const MOST_DEPTH = 2

/** The objects in which they may stand, the outermost first; those that `isOthers` says so of are left out. */
const objectsIn = (
  { value, place }: Placed<Fields>,
  isOthers: (fields: Fields) => boolean,
  depth = 0,
): readonly Placed<Fields>[] => [
  { value, place },
  ...(depth >= MOST_DEPTH
    ? []
    : Object.entries(value).flatMap(([name, inner]) =>
        isFields(inner) && !isOthers(inner)
          ? objectsIn({ value: inner, place: below(place, name) }, isOthers, depth + 1)
          : [],
      )),
]

/** Whether something is told at all: a flag only says whether there is one. */
const isTold = (value: unknown): boolean =>
  value !== null &&
  value !== '' &&
  typeof value !== 'boolean' &&
  !isFields(value) &&
  !(Array.isArray(value) && value.length === 0)

/** The secret of one kind, to the letter; `bad-response` with its place where it is no text that could be typed. */
function find(
  objects: readonly Placed<Fields>[],
  wanted: readonly string[],
): Result<string | null, BodyProblem> {
  for (const name of wanted) {
    for (const { value, place } of objects) {
      const found = Object.entries(value).find(([field, told]) => plainOf(field) === name && isTold(told))
      if (found === undefined) continue
      const [field, told] = found
      const text = typeof told === 'number' ? String(told) : told
      const isText = typeof text === 'string' && text.length <= LONGEST && !/\p{Cc}|\p{Cs}/u.test(text)
      return isText ? ok(text) : misshapen(below(place, field))
    }
  }
  return ok(null)
}

/** Whether an object is the mailbox; null where it does not say. */
function isOf(fields: Fields, { serviceId, email }: WantedMailbox): boolean | null {
  const id = readId(firstOf(fields, ['id', '_id', 'mailboxId'])?.[1])
  if (id !== null) return id === serviceId
  const address = firstOf(fields, ['email', 'emailAddress'])?.[1]
  return typeof address === 'string' ? address.toLowerCase() === email.toLowerCase() : null
}

const hasAny = (secrets: MailboxSecrets): boolean => Object.values(secrets).some((secret) => secret !== null)

function findAll(objects: readonly Placed<Fields>[]): Result<MailboxSecrets, BodyProblem> {
  const password = find(objects, names.password)
  if (!password.ok) return password
  const appPassword = find(objects, names.appPassword)
  if (!appPassword.ok) return appPassword
  const seed = find(objects, names.seed)
  if (!seed.ok) return seed
  return ok({ password: password.value, appPassword: appPassword.value, seed: seed.value })
}

/** Another mailbox's credentials are never shown for this one's. */
const readSecrets =
  (wanted: WantedMailbox) =>
  ({ value, place }: Placed): Result<MailboxSecrets, BodyProblem> => {
    if (!isFields(value)) return misshapen(place)
    const isIt = isOf(value, wanted)
    if (isIt === false) return misshapen(below(place, 'id'))
    // What stands in the mailbox is its own, whatever ids it has; elsewhere it may be anybody's.
    const isOthers = (fields: Fields) => isIt === null && isOf(fields, wanted) === false
    const found = findAll(objectsIn({ value, place }, isOthers))
    return found.ok && isIt === null && !hasAny(found.value) ? misshapen(below(place, 'id')) : found
  }

/** They stand in the mailbox, or beside it. */
const decodeSecrets =
  (wanted: WantedMailbox): Decoder<MailboxSecrets> =>
  (opened) => {
    const read = readSecrets(wanted)
    const found = oneIn('mailbox', read)(opened)
    if (!found.ok || hasAny(found.value)) return found
    const beside = read(opened.content)
    return beside.ok ? beside : found
  }

/**
 * The credentials in an answer of `mailboxes.get`: the one place that reads an answer before what opens something is
 * dropped from it. The errors are those of `readAnswer`, and name places only. An answer that is about another mailbox, or
 * neither about this one nor with any credential, is a `bad-response`. Never throws.
 */
export function readMailboxSecrets(
  wanted: WantedMailbox,
  exchange: Exchange,
  asked: Asked,
): Result<MailboxSecrets, AppError> {
  const decode = (answer: Answer): Result<MailboxSecrets, BodyProblem> => {
    const json = readJson(answer)
    if (!json.ok) return json
    const opened = openEnvelope(json.value, asked.places ?? null)
    return opened.ok ? decodeSecrets(wanted)(opened.value) : opened
  }
  return decideRead(exchange, decode, contextOf('mailboxes.get', asked))
}
