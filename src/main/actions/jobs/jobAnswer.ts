import type { Output } from '../../../shared/contract'
import type { AppError } from '../../../shared/errors'
import type { WritingId } from '../../../shared/litemail/writing'
import type { AnswerLink } from '../../../shared/operationAnswer'
import { ok, type Result } from '../../../shared/result'
import type { AnswerPage } from '../../rules/answerLink'
import { writeJson } from '../../rules/shownAnswer'
import { withoutEchoes } from '../../upstream/echoes'
import type { Exchange } from '../../upstream/exchange'
import { readJson } from '../../upstream/json'
import type { Asked } from '../../upstream/litemail/answers'
import { withoutCredentials } from '../../upstream/litemail/credentials'
import { LARGE_BODY, showReadAside } from '../../upstream/litemail/largeAnswers'
import type { Inputs } from '../../upstream/mappedRequest'
import type { Context } from '../context'
import { holdAnswerLink } from '../operations/answerLinks'
import type { JobAnswer } from './running'

/** Answers of so many jobs are held. */
const MOST_HELD = 20

/** A text of a service without the secrets that it was told, however it says them back. */
const hide = (text: string, secrets: Inputs): string =>
  Object.values(secrets).reduce<string>(
    (said, secret) => (typeof secret === 'string' && secret !== '' ? withoutEchoes(said, secret) : said),
    text,
  )

/** A refusal in the service's words, without the secrets that they may repeat: it is written down. */
export function withoutSecrets(problem: AppError, secrets: Inputs): AppError {
  if (Object.keys(secrets).length === 0) return problem
  const message = 'message' in problem ? problem.message : null
  const told = message === null ? problem : { ...problem, message: hide(message, secrets) }
  if (told.kind !== 'rejected') return told
  const remarks = told.remarks.map((remark) => ({
    path: remark.path.map((step) => (typeof step === 'string' ? hide(step, secrets) : step)),
    message: hide(remark.message, secrets),
  }))
  return { ...told, remarks }
}

/**
 * Holds what was answered to a request of a job, in memory alone, in place of the answer before. `secrets`: those that it was
 * sent with, whatever became of its job meanwhile.
 */
export async function holdJobAnswer(
  { jobs, clock }: Context,
  jobId: string,
  operation: WritingId,
  exchange: Exchange,
  asked: Asked,
  secrets: Inputs,
): Promise<void> {
  const shown = await showReadAside({ service: 'litemail', operation }, exchange, asked)
  const answer: JobAnswer = shown.ok
    ? { ...shown.value, at: clock.now() }
    : { ...refusalOf(exchange), at: clock.now(), problem: shown.error, page: null }
  const isTelling = Object.values(secrets).some(
    (secret) => typeof secret === 'string' && saysBack(exchange, secret),
  )
  jobs.answers.delete(jobId)
  // What says a secret back is not shown at all: an answer is no place to look for it.
  if (!isTelling) jobs.answers.set(jobId, answer)
  for (const oldest of [...jobs.answers.keys()].slice(0, -MOST_HELD)) jobs.answers.delete(oldest)
}

const saysBack = (exchange: Exchange, secret: string): boolean =>
  exchange.kind === 'answer' && secret !== '' && withoutEchoes(exchange.body, secret) !== exchange.body

/** What came where no table can be drawn from it: the body, as far as it is JSON of a size that can be read at once. */
function refusalOf(exchange: Exchange): Pick<JobAnswer, 'answer' | 'json' | 'isJsonCut'> {
  const isSmall = exchange.kind === 'answer' && exchange.body.length < LARGE_BODY
  const body = isSmall ? readJson(exchange) : null
  const told = body?.ok === true ? writeJson(withoutCredentials(body.value)) : { json: '', isJsonCut: false }
  return { ...told, answer: { columns: [], rows: [], rowsLeft: 0, beside: [], message: null } }
}

/** What the service answered to the last request of a job; null: nothing, or it is not known any more. */
export async function findJobAnswer(
  context: Context,
  jobId: string,
): Promise<Result<Output<'jobs.answer'>, AppError>> {
  const { jobs, store } = context
  const found = jobs.answers.get(jobId)
  if (found === undefined) return ok(null)
  const { page, ...answer } = found
  if (page === null) return ok({ ...answer, link: null, payment: null })
  const rows = await store.read('jobs.rows', { jobId, offset: 0, limit: 1 })
  if (!rows.ok) return rows
  const isCredited = typeof rows.value[0]?.confirmedAt === 'number'
  const payment = isCredited ? 'credited' : jobs.opened.has(jobId) ? 'opened' : 'received'
  return ok({ ...answer, link: linkOf(context, jobId, page), payment })
}

/** The page that a job's answer leads to: the same link however often it is asked for. */
function linkOf({ jobs }: Context, jobId: string, page: AnswerPage): AnswerLink {
  for (const [id, of] of jobs.linkOf) {
    if (!jobs.links.has(id)) jobs.linkOf.delete(id)
    else if (of === jobId && jobs.links.get(id) === page.href) {
      return { id, host: page.host, address: page.href }
    }
  }
  const link = holdAnswerLink(jobs.links, page)
  jobs.linkOf.set(link.id, jobId)
  return link
}
