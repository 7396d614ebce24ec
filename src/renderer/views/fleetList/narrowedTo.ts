import type { WorkspaceKey } from '../../../shared/mailbox'
import { fleetListText } from '../../../shared/text/window/fleetList'
import { choiceText } from './choices'
import { statusWord } from './statusWord'
import { workspaceName } from './workspaces'

interface Narrowing {
  readonly search: string
  readonly workspaces: readonly WorkspaceKey[]
  readonly domains?: readonly (string | null)[]
  readonly statuses: readonly (string | null)[]
  readonly tags: readonly string[]
  readonly isUnseen: boolean
  /** What is due within so many days, and what that filter is called. */
  readonly due: { readonly name: string; readonly within: 7 | 30 | null }
  /** What only this list is narrowed down by. */
  readonly own?: { readonly name: string; readonly chosen: readonly string[] }
}

type NamedWorkspace = WorkspaceKey & { readonly name: string | null }

/** What a list is narrowed down to, in words, one part each. */
export function narrowedTo(view: Narrowing, known: readonly NamedWorkspace[]): readonly string[] {
  const { filter, within } = fleetListText
  const nameOf = ({ accountId, workspaceId }: WorkspaceKey) =>
    workspaceName(
      known.find((each) => each.accountId === accountId && each.workspaceId === workspaceId)?.name ?? null,
      workspaceId,
    )
  const listed = (name: string, words: readonly string[]) =>
    words.length === 0 ? null : `${name}: ${words.join(', ')}`
  return [
    view.search.trim() === '' ? null : `“${view.search.trim()}”`,
    listed(filter.workspace, view.workspaces.map(nameOf)),
    listed(
      filter.domain,
      (view.domains ?? []).map((name) => choiceText(name)),
    ),
    listed(
      filter.status,
      view.statuses.map((name) => choiceText(name, statusWord)),
    ),
    listed(filter.tag, view.tags),
    view.own === undefined ? null : listed(view.own.name, view.own.chosen),
    view.due.within === null ? null : `${view.due.name}: ${within[view.due.within]}`,
    view.isUnseen ? filter.unseen : null,
  ].filter((part) => part !== null)
}
