import { create } from 'zustand'
import type { Output } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import type { AnyOperation } from '../../shared/litemail/operation'
import { isReading } from '../../shared/litemail/operations'
import type {
  AskedOperation,
  DescribedRequest,
  FilledInputs,
  OperationView,
} from '../../shared/operationAnswer'
import { ok } from '../../shared/result'
import { operationReadsText as text } from '../../shared/text/window/operationReads'
import { call } from '../bridge'
import { readFields, type TypedInputs, typedInputs } from '../fields/operationFields'
import { readWrite } from '../fields/writeFields'
import type { PathsAccount } from './apiPaths'
import { coalesce } from './coalesce'
import { createMirror } from './mirror'
import { showDone, showError } from './notices'
import { followTopic } from './topics'

/** What was answered, and to which inputs. */
export interface Answered extends Output<'operations.read'> {
  readonly asked: AskedOperation
}

/** Why a press brought no answer, and when. */
export interface NotAnswered {
  readonly error: AppError
  readonly asked: AskedOperation
  /** Epoch milliseconds. */
  readonly at: number
  /** Since when the operation is asked as it was then, as the request says; undefined: that was not known. */
  readonly askedSince: number | null | undefined
}

/** The operation that is open, what is filled in, how it would be asked, and what it answered. */
export interface Reading {
  readonly account: PathsAccount | null
  readonly operation: AnyOperation | null
  readonly typed: TypedInputs
  readonly workspaceId: string
  readonly request: DescribedRequest | null
  readonly requestError: AppError | null
  readonly answered: Answered | null
  readonly notAnswered: NotAnswered | null
  readonly isAsking: boolean
  /** What was kept of it was looked for. */
  readonly isKnown: boolean
  /** Why that could not be found out. */
  readonly keptError: AppError | null
}

const closed: Reading = {
  ...{ account: null, operation: null, typed: {}, workspaceId: '', request: null, requestError: null },
  ...{ answered: null, notAnswered: null, isAsking: false, isKnown: false, keptError: null },
}

export const useReading = create<Reading>(() => closed)
const now = useReading.getState

/** What was filled in before, by account and operation, as long as the window is open. */
const drafts = new Map<string, Pick<Reading, 'typed' | 'workspaceId' | 'answered' | 'notAnswered'>>()
/** The workspace that was chosen last, by account. */
const workspaces = new Map<string, string>()
const draftKey = (account: PathsAccount, operation: AnyOperation) => `${account.id}/${operation.id}`
/** What is being asked, by the same: it stays so while somebody looks at another one. */
const underWay = new Set<string>()

/** What stands in the fields, as it would be asked; what is not complete is left out. */
export function askedOf({ account, operation, typed, workspaceId }: Reading): AskedOperation | null {
  if (account === null || operation === null) return null
  const inputs = isReading(operation)
    ? readFields(operation, typed).inputs
    : readWrite(operation, typed).shown
  return { accountId: account.id, operation: operation.id, workspaceId, inputs }
}

const textOf = (inputs: FilledInputs): string =>
  JSON.stringify(Object.entries(inputs).sort(([one], [other]) => (one < other ? -1 : 1)))

/** Whether two ask the same. */
export const isSameAsked = (one: AskedOperation, other: AskedOperation): boolean =>
  one.accountId === other.accountId &&
  one.operation === other.operation &&
  one.workspaceId === other.workspaceId &&
  textOf(one.inputs) === textOf(other.inputs)

const isStill = (asked: AskedOperation): boolean => {
  const current = askedOf(now())
  return current !== null && isSameAsked(current, asked)
}

const writeRequest = coalesce(async () => {
  const asked = askedOf(now())
  if (asked === null) return
  const result = await call('operations.request', asked)
  if (!isStill(asked)) return
  if (!result.ok) return useReading.setState({ request: null, requestError: result.error })
  const { answered, notAnswered, requestError } = now()
  // What came of asking it as before says nothing about how it is asked now.
  const isOther = (since: number | null | undefined) =>
    since !== undefined && since !== result.value.askedSince
  if (requestError !== null || isOther(notAnswered?.askedSince)) put({ notAnswered: null })
  const isAnswerOther = isOther(answered?.askedSince)
  if (isAnswerOther) put({ answered: null })
  useReading.setState({ request: result.value, requestError: null })
  // Asked as before, and confirmed by its documentation: main has the answer still.
  if (isAnswerOther) void recallAnswer()
})

/** What was answered to this at last comes back, with its age. */
export const recallAnswer = coalesce(async () => {
  const asked = askedOf(now())
  if (asked === null) return
  const result = await call('operations.kept', asked)
  if (!isStill(asked)) return
  if (!result.ok) return useReading.setState({ isKnown: true, keptError: result.error })
  const { answered, notAnswered } = now()
  if (result.value !== null && !isAnsweredAfter(answered, asked, result.value.at)) {
    // A failure to answer the same since is still one.
    const isSince =
      notAnswered !== null && isSameAsked(notAnswered.asked, asked) && notAnswered.at > result.value.at
    useReading.setState({
      answered: { ...result.value, link: null, asked },
      notAnswered: isSince ? notAnswered : null,
    })
  }
  useReading.setState({ isKnown: true, keptError: null })
})

const isAnsweredAfter = (answered: Answered | null, asked: AskedOperation, at: number): boolean =>
  answered !== null && isSameAsked(answered.asked, asked) && answered.at >= at

const refresh = () => Promise.all([writeRequest(), recallAnswer()])
// It may be asked otherwise from now on.
followTopic('api-paths', writeRequest)

function put(change: Partial<Reading>): void {
  useReading.setState(change)
  const { account, operation, typed, workspaceId, answered, notAnswered } = now()
  if (account === null || operation === null) return
  drafts.set(draftKey(account, operation), { typed, workspaceId, answered, notAnswered })
}

/** Opens an operation as it was left. */
export function openReading(account: PathsAccount, operation: AnyOperation): void {
  const key = draftKey(account, operation)
  const workspaceId = account.service === 'litemail' ? (workspaces.get(account.id) ?? '') : ''
  const isAsking = underWay.has(key)
  useReading.setState({ ...closed, account, operation, workspaceId, ...drafts.get(key), isAsking })
  void refresh()
}

/** Something was typed into the field of an input. */
export function fillInput(name: string, value: string): void {
  put({ typed: { ...now().typed, [name]: value } })
  void refresh()
}

export function chooseWorkspace(workspaceId: string): void {
  const { account } = now()
  if (account !== null) workspaces.set(account.id, workspaceId)
  put({ workspaceId })
  void refresh()
}

/** Asks the service. One press is one question. */
export async function askOperation(): Promise<void> {
  const asked = askedOf(now())
  if (asked === null || now().isAsking) return
  const askedSince = now().request?.askedSince
  const key = `${asked.accountId}/${asked.operation}`
  underWay.add(key)
  put({ isAsking: true, notAnswered: null })
  const result = await call('operations.read', asked)
  underWay.delete(key)
  const { account, operation } = now()
  const isHere = account?.id === asked.accountId && operation?.id === asked.operation
  const change = result.ok
    ? { answered: { ...result.value, asked }, notAnswered: null }
    : { notAnswered: { error: result.error, asked, at: Date.now(), askedSince } }
  if (isHere) {
    put({ ...change, isAsking: false, isKnown: true, keptError: null })
    // Other inputs were filled in meanwhile: what is known of those stands beside them.
    if (!isStill(asked)) void recallAnswer()
    return
  }
  // Somebody looks at another one meanwhile: it is there when they come back.
  const blank = { typed: {}, workspaceId: asked.workspaceId, answered: null, notAnswered: null }
  drafts.set(key, { ...blank, ...drafts.get(key), ...change })
}

/** Main puts the request on the clipboard, as a command. */
export async function copyCurl(): Promise<void> {
  const asked = askedOf(now())
  const { account, request } = now()
  if (asked === null || account === null || request === null) return
  const result = await call('operations.copyCurl', asked)
  if (result.ok) showDone(text.curlCopied(request.keyVariable), 'curl')
  else showError(result.error, { service: account.service, redo: () => void copyCurl() })
}

/** Main opens where the answer led. */
export async function openAnswerLink(id: string): Promise<void> {
  const result = await call('operations.openLink', { id })
  if (!result.ok) showError(result.error, { service: 'litemail', redo: () => void openAnswerLink(id) })
}

/** What was asked of the account in sight under names; of none before one is. */
const viewsOf: { accountId: string | null } = { accountId: null }
export const operationViews = createMirror<readonly OperationView[]>(async () => {
  const { accountId } = viewsOf
  return accountId === null ? ok([]) : call('operationViews.list', { accountId })
})
followTopic('views', operationViews.refresh)

export function lookAtViews(accountId: string): Promise<void> {
  if (viewsOf.accountId !== accountId) operationViews.put([])
  viewsOf.accountId = accountId
  return operationViews.refresh()
}

/** Keeps what is asked under a name. True when it is kept. */
export async function keepView(asked: AskedOperation, name: string): Promise<boolean> {
  const result = await call('operationViews.save', { ...asked, name })
  if (result.ok) showDone(text.viewKept(result.value.name), 'operation-views')
  else showError(result.error, { service: 'litemail', redo: () => void keepView(asked, name) })
  await operationViews.refresh()
  return result.ok
}

/** Forgets a view; what it asked can be asked all the same. */
export async function forgetView({ id, name, ...asked }: OperationView): Promise<void> {
  const result = await call('operationViews.remove', { id })
  if (result.ok) {
    const undo = { label: text.undo, run: () => void keepView(asked, name) }
    showDone(text.forgotten(name), 'operation-views', undo)
  } else {
    showError(result.error, { service: 'litemail', redo: () => void forgetView({ id, name, ...asked }) })
  }
  await operationViews.refresh()
}

/** Fills in what a view asks, for the operation that it is of. */
export function fillFrom(account: PathsAccount, operation: AnyOperation, view: OperationView): void {
  const key = draftKey(account, operation)
  const draft = drafts.get(key)
  drafts.set(key, {
    ...{ typed: typedInputs(view.inputs), workspaceId: view.workspaceId },
    ...{ answered: draft?.answered ?? null, notAnswered: null },
  })
  openReading(account, operation)
}
