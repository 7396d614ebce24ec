import { type ComponentType, useEffect } from 'react'
import { create } from 'zustand'

/** What is loaded when it is first opened: only what the first screen needs is loaded first. */
const load = {
  activity: () => import('../activity/ActivityView').then(({ ActivityView }) => ActivityView),
  overview: () => import('../overview/OverviewView').then(({ OverviewView }) => OverviewView),
  mailboxes: () => import('../mailboxes/MailboxesView').then(({ MailboxesView }) => MailboxesView),
  domains: () => import('../domains/DomainsView').then(({ DomainsView }) => DomainsView),
  exports: () => import('../exports/ExportsView').then(({ ExportsView }) => ExportsView),
  billing: () => import('../billing/BillingView').then(({ BillingView }) => BillingView),
  operations: () => import('../operations/OperationsView').then(({ OperationsView }) => OperationsView),
  settings: () => import('../settings/SettingsView').then(({ SettingsView }) => SettingsView),
  attention: () => import('./AttentionCount').then(({ AttentionCount }) => AttentionCount),
  jobs: () => import('../jobs/JobBands').then(({ JobBands }) => JobBands),
  plan: () => import('../plan/PlanDialog').then(({ PlanDialog }) => PlanDialog),
  dialogs: () => import('./Dialogs').then(({ Dialogs }) => Dialogs),
} satisfies Record<string, () => Promise<ComponentType>>

export type Part = keyof typeof load

type Outcome = { readonly View: ComponentType } | { readonly cause: unknown }

const useOutcomes = create<Partial<Record<Part, Outcome>>>(() => ({}))

async function fetchPart(part: Part): Promise<void> {
  try {
    const View = await load[part]()
    useOutcomes.setState({ [part]: { View } })
  } catch (cause) {
    useOutcomes.setState({ [part]: { cause } })
  }
}

/** Loads all of it; what does not load is told of where it is needed. */
export function fetchRest(): void {
  for (const part of Object.keys(load)) if (isPart(part)) void fetchPart(part)
}

const isPart = (name: string): name is Part => Object.hasOwn(load, name)

interface FetchedProps {
  readonly part: Part
  /** It comes with the rest, once the window has come to rest. */
  readonly isPatient?: boolean
}

/**
 * A part of the window that is loaded when it is first wanted; nothing until then. Not React's `lazy`, which holds back
 * what it has loaded until 300 ms after it drew nothing (React, "Suspense").
 */
export function Fetched({ part, isPatient = false }: FetchedProps) {
  const outcome = useOutcomes((outcomes) => outcomes[part])
  const isWanted = outcome === undefined && !isPatient
  useEffect(() => {
    if (isWanted) void fetchPart(part)
  }, [part, isWanted])
  if (outcome === undefined) return null
  if ('cause' in outcome) throw outcome.cause
  return <outcome.View />
}
