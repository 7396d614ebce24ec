import { create } from 'zustand'
import type { Credential, Revealed, SeedProblem } from '../../shared/credentials'
import type { AppError } from '../../shared/errors'
import { credentialsText } from '../../shared/text/window/credentials'
import { call } from '../bridge'
import { mailboxes } from './mailboxes'
import { showDone, showError } from './notices'
import { settings } from './settings'
import { followTopic } from './topics'

/** How the code stands, without the code. */
export type CodeStanding =
  | { readonly kind: 'code'; readonly endsAt: number; readonly periodMs: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable'; readonly problem: SeedProblem }

/** How the credentials of one mailbox stand. No secret is in it: React keeps what it drew for longer than it is shown. */
export type CredentialsStanding =
  | { readonly kind: 'hidden' }
  | { readonly kind: 'asking' }
  /** They were asked for, and hidden before they came. */
  | { readonly kind: 'missed' }
  | {
      readonly kind: 'shown'
      /** In epoch milliseconds. */
      readonly until: number
      readonly told: Readonly<Record<'password' | 'app-password', boolean>>
      readonly code: CodeStanding
    }
  | { readonly kind: 'failed'; readonly error: AppError }

const HIDDEN: CredentialsStanding = { kind: 'hidden' }

export const useCredentials = create<{
  readonly mailboxId: string | null
  readonly standing: CredentialsStanding
}>(() => ({ mailboxId: null, standing: HIDDEN }))

/** What is shown, as long as it is; nowhere else in this page. */
let secrets: Partial<Record<Credential, string>> = {}
/** Where it is drawn. */
const places = new Map<HTMLElement, Credential>()
let timers: ReturnType<typeof setTimeout>[] = []
let turn = 0

const write = (place: HTMLElement, what: Credential): void => {
  place.textContent = secrets[what] ?? ''
}

/** Draws a secret into an element, past React; to be used as its `ref`. */
export const secretIn = (what: Credential) => (place: HTMLElement | null) => {
  if (place === null) return
  places.set(place, what)
  write(place, what)
  return () => {
    places.delete(place)
    place.textContent = ''
  }
}

/** Nothing of what was shown is in this page any more. */
function forget(standing: CredentialsStanding = HIDDEN): void {
  turn += 1
  for (const timer of timers) clearTimeout(timer)
  timers = []
  secrets = {}
  for (const place of places.keys()) place.textContent = ''
  const { mailboxId } = useCredentials.getState()
  useCredentials.setState({ mailboxId: standing.kind === 'hidden' ? null : mailboxId, standing })
}

const later = (at: number, work: () => void): void => {
  timers.push(setTimeout(work, Math.max(0, at - Date.now())))
}

function show(id: string, { password, appPassword, code, until }: Revealed): void {
  for (const timer of timers) clearTimeout(timer)
  timers = []
  secrets = {
    ...(password === null ? {} : { password }),
    ...(appPassword === null ? {} : { 'app-password': appPassword }),
  }
  for (const [place, what] of places) write(place, what)
  const told = { password: password !== null, 'app-password': appPassword !== null }
  function stand(standing: CodeStanding): void {
    useCredentials.setState({ mailboxId: id, standing: { kind: 'shown', until, told, code: standing } })
  }
  if (code.kind === 'code') showCodes(code, stand)
  else stand(code)
  later(until, hideCredentials)
}

/** Shows each code while it holds. */
function showCodes(
  { values, endsAt, periodMs }: Extract<Revealed['code'], { kind: 'code' }>,
  stand: (standing: CodeStanding) => void,
): void {
  const [value, ...coming] = values
  if (value === undefined) return
  secrets.code = value
  for (const [place, what] of places) if (what === 'code') write(place, what)
  stand({ kind: 'code', endsAt, periodMs })
  if (coming.length > 0)
    later(endsAt, () =>
      showCodes({ kind: 'code', values: coming, endsAt: endsAt + periodMs, periodMs }, stand),
    )
}

async function ask(id: string): Promise<void> {
  turn += 1
  const mine = turn
  const result = await call('credentials.reveal', { id })
  // Something hid them, or others were asked for.
  if (mine !== turn) return
  if (result.ok) show(id, result.value)
  else if (result.error.kind === 'hidden' && result.error.why === 'passed') forget({ kind: 'missed' })
  else forget({ kind: 'failed', error: result.error })
}

/** Asks for the credentials of a mailbox and shows them. */
export async function showCredentials(id: string): Promise<void> {
  forget()
  useCredentials.setState({ mailboxId: id, standing: { kind: 'asking' } })
  await ask(id)
}

function hide(standing: CredentialsStanding): void {
  const { kind } = useCredentials.getState().standing
  forget(standing)
  if (kind === 'asking' || kind === 'shown') void call('credentials.hide', {})
}

/** Hides what is shown, here and in main; nothing that is being asked for is shown any more. */
export function hideCredentials(): void {
  if (useCredentials.getState().standing.kind !== 'hidden') hide(HIDDEN)
}

/** The same when another window has the keyboard. Why nothing is shown stays for whoever comes back. */
function hideFromOthers(): void {
  const { kind } = useCredentials.getState().standing
  if (kind === 'asking') hide({ kind: 'missed' })
  else if (kind === 'shown') hide(HIDDEN)
}

/** Main puts it on the clipboard. */
export async function copyCredential(id: string, what: Credential): Promise<void> {
  const result = await call('credentials.copy', { id, what })
  if (result.ok) showDone(credentialsText.copied(credentialsText.names[what]), 'credential')
  else showError(result.error, { service: 'litemail' })
}

// Another row, closed details, another window, and "Hide Sensitive": main hides what it holds by itself, too.
mailboxes.details.use.subscribe(({ id }) => {
  if (id !== useCredentials.getState().mailboxId) hideCredentials()
})
settings.use.subscribe(({ data }) => {
  if (data?.isSensitiveHidden === true) hideCredentials()
})
window.addEventListener('blur', hideFromOthers)
// What is still being asked for is answered by its answer.
followTopic('credentials', async () => {
  if (useCredentials.getState().standing.kind === 'shown') forget()
})
