import { create } from 'zustand'
import type { Output } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import type { AnyOperation } from '../../shared/litemail/operation'
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
import type { PathsAccount } from './apiPaths'
import { coalesce } from './coalesce'
import { createMirror } from './mirror'
import { showDone, showError } from './notices'
import { followTopic } from './topics'

/** What was answered, and to which inputs. */
export interface Answered extends Output<'operations.read'> {
  readonly asked: AskedOperation
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
  readonly error: AppError | null
  readonly isAsking: boolean
  /** What was kept of it was looked for. */
  readonly isKnown: boolean
}

const closed: Reading = {
  ...{ account: null, operation: null, typed: {}, workspaceId: '', request: null, requestError: null },
  ...{ answered: null, error: null, isAsking: false, isKnown: false },
}

export const useReading = create<Reading>(() => closed)
const now = useReading.getState

/** What was filled in before, by account and operation, as long as the window is open. */
const drafts = new Map<string, Pick<Reading, 'typed' | 'workspaceId' | 'answered' | 'error'>>()
/** The workspace that was chosen last, by account. */
const workspaces = new Map<string, string>()
const draftKey = (account: PathsAccount, operation: AnyOperation) => `${account.id}/${operation.id}`

/** What stands in the fields, as it would be asked; what is not complete is left out. */
export function askedOf({ account, operation, typed, workspaceId }: Reading): AskedOperation | null {
  if (account === null || operation === null) return null
  const { inputs } = readFields(operation, typed)
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
  useReading.setState(
    result.ok ? { request: result.value, requestError: null } : { request: null, requestError: result.error },
  )
})

/** What was answered to this at last comes back, with its age. */
const recall = coalesce(async () => {
  const asked = askedOf(now())
  if (asked === null || now().isAsking) return
  const result = await call('operations.kept', asked)
  if (!isStill(asked)) return
  const { answered } = now()
  const isNewer = result.ok && result.value !== null && !isAnsweredAfter(answered, asked, result.value.at)
  if (isNewer && result.value !== null) {
    useReading.setState({ answered: { ...result.value, link: null, asked }, error: null })
  }
  useReading.setState({ isKnown: true })
})

const isAnsweredAfter = (answered: Answered | null, asked: AskedOperation, at: number): boolean =>
  answered !== null && isSameAsked(answered.asked, asked) && answered.at >= at

const refresh = () => Promise.all([writeRequest(), recall()])
// It may be asked otherwise from now on.
followTopic('api-paths', writeRequest)

function put(change: Partial<Reading>): void {
  useReading.setState(change)
  const { account, operation, typed, workspaceId, answered, error } = now()
  if (account === null || operation === null) return
  drafts.set(draftKey(account, operation), { typed, workspaceId, answered, error })
}

/** Opens an operation as it was left. */
export function openReading(account: PathsAccount, operation: AnyOperation): void {
  const draft = drafts.get(draftKey(account, operation))
  const workspaceId = account.service === 'litemail' ? (workspaces.get(account.id) ?? '') : ''
  useReading.setState({ ...closed, account, operation, workspaceId, ...draft })
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
  useReading.setState({ isAsking: true, error: null })
  const result = await call('operations.read', asked)
  const { account, operation } = now()
  const isHere = account?.id === asked.accountId && operation?.id === asked.operation
  const change = result.ok ? { answered: { ...result.value, asked }, error: null } : { error: result.error }
  if (isHere) return put({ ...change, isAsking: false, isKnown: true })
  // Somebody looks at another one meanwhile: it is there when they come back.
  const key = `${asked.accountId}/${asked.operation}`
  const blank = { typed: {}, workspaceId: asked.workspaceId, answered: null, error: null }
  drafts.set(key, { ...blank, ...drafts.get(key), ...change })
}

/** What stands for the key of an account in a command. */
export const keyVariable = (account: PathsAccount): string =>
  account.service === 'litemail' ? '$LITEMAIL_KEY' : '$LIKEDO_KEY'

/** Main puts the request on the clipboard, as a command. */
export async function copyCurl(): Promise<void> {
  const asked = askedOf(now())
  const { account } = now()
  if (asked === null || account === null) return
  const result = await call('operations.copyCurl', asked)
  if (result.ok) showDone(text.curlCopied(keyVariable(account)), 'curl')
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
    ...{ answered: draft?.answered ?? null, error: null },
  })
  openReading(account, operation)
}
