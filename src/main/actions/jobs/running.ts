import { type Job, type JobRest, PLAN_LASTS_MS } from '../../../shared/job'
import type { OperationAnswer } from '../../../shared/operationAnswer'
import type { RowsWish } from '../../../shared/plan'
import type { AnswerPage } from '../../rules/answerLink'
import type { Inputs } from '../../upstream/mappedRequest'
import type { Context } from '../context'
import type { AnswerLinks } from '../operations/answerLinks'

/** A job whose rows are being sent. */
export interface RunningJob {
  /** Nothing more of it is sent; what is on its way comes to its end. */
  stop(): void
  /** The same, and nothing of it waits for its user afterwards. */
  giveUp(): void
  /** Resolves when nothing of it is written any more. Never rejects. */
  readonly ended: Promise<void>
}

/** Rows that main has read for its user, to be planned by their token: more than a window could name. */
export type PreparedRows = Pick<RowsWish, 'operation' | 'accountId' | 'rows'>

/** What the service answered to a request, without credentials, and the page that it leads to. */
export interface JobAnswer extends OperationAnswer {
  readonly page: AnswerPage | null
}

/** Jobs as far as they are not in the store. */
export interface Jobs {
  readonly running: Map<string, RunningJob>
  /** When the removals of an account have ended that go one after another, by account. */
  readonly removals: Map<string, Promise<void>>
  /** Why a job rests, where that could not be written down, by job. */
  readonly unwritten: Map<string, JobRest>
  /** Inputs that are secrets, by job: they outlive neither Mailroom nor their job, and stand nowhere else. */
  readonly secrets: Map<string, Inputs>
  /** By token; the oldest first. */
  readonly prepared: Map<string, PreparedRows>
  /** What was answered to the last request of a job, by job; the oldest first. */
  readonly answers: Map<string, JobAnswer>
  /** Where answers of any operation led. */
  readonly links: AnswerLinks
  /** Of which job the answer led there, by the id of a link; the oldest first. */
  readonly linkOf: Map<string, string>
  /** When the page to pay at was opened, by job; in epoch milliseconds. */
  readonly opened: Map<string, number>
  /** Hears of every job that is not sent any more just now. */
  onEnd: ((job: Job) => void) | null
  /** Hears of what was thrown in a job: a bug, for the log. */
  readonly onFault: (cause: unknown) => void
}

export const createJobs = (onFault: Jobs['onFault']): Jobs => ({
  running: new Map(),
  removals: new Map(),
  unwritten: new Map(),
  secrets: new Map(),
  prepared: new Map(),
  answers: new Map(),
  links: new Map(),
  linkOf: new Map(),
  opened: new Map(),
  onEnd: null,
  onFault,
})

/** Plans that can be confirmed no more are forgotten, and what they held in memory with them. */
export async function forgetLapsed({ store, clock, jobs }: Context): Promise<void> {
  await store.write('jobs.forgetPlans', { id: null, at: clock.now() })
  for (const id of jobs.secrets.keys()) {
    const job = await store.read('jobs.get', id)
    if (job.ok && job.value === null) jobs.secrets.delete(id)
  }
}

/** Holds the secrets of a plan that was just made: they are gone with it, when it can be confirmed no more. */
export function holdSecrets(context: Context, id: string, secrets: Inputs): void {
  const { clock, jobs, line, store } = context
  jobs.secrets.set(id, secrets)
  const forget = async (): Promise<void> => {
    await clock.sleep(PLAN_LASTS_MS)
    // They end with Mailroom, too.
    if (line.isClosed) return
    const job = await store.read('jobs.get', id)
    const isBegun = jobs.running.has(id) || (job.ok && job.value !== null && job.value.begunAt !== null)
    if (!isBegun) jobs.secrets.delete(id)
  }
  void forget().catch(jobs.onFault)
}
