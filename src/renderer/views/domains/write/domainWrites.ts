import type { Choice } from '../../../../shared/contract'
import type { Domain } from '../../../../shared/domain'
import type { WritingId } from '../../../../shared/litemail/writing'
import { operationReadsText } from '../../../../shared/text/window/operationReads'

/** What is set or ended for domains by a form. */
export type DomainWrite = 'dmarc' | 'forwarding' | 'email-forwarding' | 'catch-all'

/** The domains that it is about. */
export interface WrittenDomains {
  readonly choice: Choice
  readonly count: number
  /** Where it is one alone that is in sight. */
  readonly only: Domain | null
}

interface Form {
  readonly set: WritingId
  /** Null: no operation of Litemail's ends it. */
  readonly remove: WritingId | null
  readonly input: 'email' | 'forwardTo'
  /** What is there now; null: not told. */
  readonly now: (domain: Domain) => string | null
}

/** Which operation sets and ends what, and the input that says to what. */
export const domainForms: Readonly<Record<DomainWrite, Form>> = {
  dmarc: { set: 'domains.addDmarc', remove: null, input: 'email', now: ({ dmarcEmail }) => dmarcEmail },
  forwarding: {
    ...{ set: 'domains.addForwarding', remove: 'domains.removeForwarding' },
    ...{ input: 'forwardTo', now: ({ forwardTo }) => forwardTo },
  },
  'email-forwarding': {
    ...{ set: 'domains.enableEmailForwarding', remove: 'domains.removeEmailForwarding' },
    // No list tells it.
    ...{ input: 'email', now: () => null },
  },
  'catch-all': {
    ...{ set: 'domains.enableCatchAll', remove: 'domains.removeCatchAll' },
    ...{ input: 'email', now: ({ catchAllEmail }) => catchAllEmail },
  },
}

const { complaints } = operationReadsText

/** Why what was typed cannot be sent; null: it can. */
export function valueComplaint(input: Form['input'], typed: string): string | null {
  const text = typed.trim()
  if (text === '') return complaints.needed
  if (input === 'email') return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? null : complaints.email
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? null : complaints.url
}
