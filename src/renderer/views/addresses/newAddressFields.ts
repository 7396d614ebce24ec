import type { AddressStyle } from '../../../shared/address'
import type { AddressWish } from '../../../shared/contract'
import type { Settings } from '../../../shared/settings'
import { localPartComplaint, noteComplaint, prefixComplaint, tagComplaint } from '../../fields/complaints'

/** What the form holds, as typed. */
export interface NewAddressFields {
  readonly accountId: string
  readonly localPart: string
  readonly style: AddressStyle
  readonly prefix: string
  readonly hasHyphens: boolean
  readonly domain: string
  readonly tag: string
  readonly note: string
}

/** What the form starts from: an earlier wish, else the settings. */
export function startFields(wish: AddressWish, settings: Settings, accountId: string): NewAddressFields {
  const isListed = settings.domains.some(({ domain }) => domain === wish.domain)
  return {
    accountId: wish.accountId ?? accountId,
    localPart: wish.localPart ?? '',
    style: wish.style ?? settings.style,
    prefix: wish.prefix ?? settings.prefix,
    hasHyphens: wish.hasHyphens ?? settings.hasHyphens,
    domain: isListed && wish.domain !== undefined ? wish.domain : settings.defaultDomain,
    tag: wish.tag ?? '',
    note: wish.note ?? '',
  }
}

export const isTyped = ({ localPart }: NewAddressFields) => localPart.trim() !== ''

/** Why the form cannot be sent as it is. */
export function complaintsOf(fields: NewAddressFields) {
  const hasOwnPrefix = !isTyped(fields) && fields.style === 'prefix'
  return {
    localPart: isTyped(fields) ? localPartComplaint(fields.localPart) : null,
    prefix: hasOwnPrefix ? prefixComplaint(fields.prefix) : null,
    tag: tagComplaint(fields.tag),
    note: noteComplaint(fields.note),
  }
}

/** The wish that main is asked to fulfil: a typed name has no style. */
export function wishOf(fields: NewAddressFields): AddressWish {
  const { accountId, localPart, style, prefix, hasHyphens, domain } = fields
  const tag = fields.tag.trim()
  const note = fields.note.trim()
  const name = isTyped(fields)
    ? { localPart: localPart.trim() }
    : { style, hasHyphens, ...(style === 'prefix' ? { prefix: prefix.trim() } : {}) }
  return {
    ...name,
    domain,
    ...(accountId === '' ? {} : { accountId }),
    ...(tag === '' ? {} : { tag }),
    ...(note === '' ? {} : { note }),
  }
}
