import { create } from 'zustand'
import type { AddressWish } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import type { EndingWords } from '../../shared/text/endings'
import { type AtWhom, explain, type NextStep } from '../../shared/text/errors'
import { noticesText } from '../../shared/text/window/notices'

/** What a next step needs to know of the thing that went wrong. */
export interface StepContext {
  readonly redo?: () => void
  /** The same once more, although Mailroom counts the allowance as used up. */
  readonly redoAnyway?: () => void
  readonly keepUntilQuit?: () => void
  /** Lets the user choose another file than the one that could not be used. */
  readonly chooseFile?: () => void
  readonly wish?: AddressWish
  readonly accountId?: string
  readonly addressId?: string
  /** What the service was asked. */
  readonly operation?: string
  /** Where it went wrong, and whose the account is; LikeDo unless said. */
  readonly service?: AtWhom
}

/** What is known of where an error arose, and what the error itself knows of it. */
export const stepContextOf = (error: AppError, context: StepContext): StepContext =>
  'operation' in error && error.operation !== null ? { ...context, operation: error.operation } : context

export interface Notice {
  readonly id: number
  /** A later notice about the same subject takes this one's place. */
  readonly subject: string | null
  readonly tone: 'good' | 'warn' | 'bad'
  readonly words: string
  readonly advice: string
  readonly next: NextStep | null
  readonly context: StepContext
  /** An address was made and nobody said what it is for. */
  readonly asks?: Asked
  /** What can be done about something that went well. */
  readonly offer?: Offer
}

/** A control beside the words of a notice. */
export interface Offer {
  readonly label: string
  readonly run: () => void
}

/** The address whose note is asked for. */
export interface Asked {
  readonly addressId: string
  readonly email: string
}

/** More would cover the list; Activity has them all. */
const MOST_AT_ONCE = 4
let lastId = 0

export const useNotices = create<{ readonly notices: readonly Notice[] }>(() => ({ notices: [] }))

function show(notice: Omit<Notice, 'id'>): void {
  lastId += 1
  const others = useNotices
    .getState()
    .notices.filter(({ subject }) => subject === null || subject !== notice.subject)
  useNotices.setState({ notices: leaveOut([...others, { ...notice, id: lastId }]) })
}

/** Where there are too many, the oldest goes that only says that something went well; else the oldest. */
function leaveOut(notices: readonly Notice[]): readonly Notice[] {
  if (notices.length <= MOST_AT_ONCE) return notices
  const [, ...later] = notices
  const oldest = notices.find(({ tone }) => tone === 'good')
  return oldest === undefined ? later : notices.filter((notice) => notice !== oldest)
}

export const dismissNotice = (id: number) =>
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }))

/** Something went well; leaves by itself. */
export const showDone = (words: string, subject: string | null = null, offer?: Offer) =>
  show({
    subject,
    tone: 'good',
    words,
    advice: '',
    next: null,
    context: {},
    ...(offer === undefined ? {} : { offer }),
  })

/** How something ended that was begun before; what did not go well stays until the user sends it away. */
export const showTold = (tone: Notice['tone'], words: string, subject: string, offer: Offer) =>
  show({ subject, tone, words, advice: '', next: null, context: {}, offer })

/**
 * A failure in its words, with its next step. Stays until the user sends it away. `of`: whose it is, where that is
 * not plain.
 */
export function showError(error: AppError, context: StepContext = {}, of?: string): void {
  const { reason, advice, next } = explain(error, context.service)
  const subject = context.addressId ?? null
  const words = of === undefined ? `${reason}.` : `${of}: ${reason}.`
  show({ subject, tone: 'bad', words, advice, next, context: stepContextOf(error, context) })
}

/** It went well but for something. */
export const showWarning = (words: string, advice: string) =>
  show({ subject: null, tone: 'warn', words, advice, next: null, context: {} })

/** Why an address is not confirmed, by its name. */
export function showDoubt(email: string, problem: AppError, context: StepContext): void {
  const { reason, advice, next } = explain(problem)
  const words = noticesText.notConfirmed(email, reason)
  const about = stepContextOf(problem, context)
  show({ subject: context.addressId ?? null, tone: 'warn', words, advice, next, context: about })
}

const endingTones = {
  copied: 'good',
  created: 'warn',
  'not-created': 'bad',
  'not-confirmed': 'warn',
} as const satisfies Record<EndingWords['kind'], Notice['tone']>

/** A creation of which a notice still says that it is being looked into. */
export const isInDoubt = ({ tone, next }: Notice) => tone === 'warn' && next === 'check-now'

/** How a creation ended; `asks`: what the address is for, where it was made without a note. */
export const showEnding = ({ kind, words, advice, next }: EndingWords, context: StepContext, asks?: Asked) =>
  show({
    subject: context.addressId ?? null,
    tone: endingTones[kind],
    words,
    advice,
    next,
    context,
    ...(asks === undefined ? {} : { asks }),
  })
