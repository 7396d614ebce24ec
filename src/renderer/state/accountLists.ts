import type { AppError } from '../../shared/errors'
import type { Result } from '../../shared/result'
import { call } from '../bridge'
import { createMirror, type Mirror, type MirrorStore } from './mirror'
import { pace } from './pace'
import { useTopics } from './useTopics'

interface KeptList<Known> {
  readonly mirror: MirrorStore<Known>
  readonly refreshSoon: () => Promise<void>
}

/** What a window knows of a list of an account. */
export interface FollowedList<Known> extends Mirror<Known> {
  /** Asks main again; nothing is asked from the service. */
  readonly refresh: () => Promise<void>
}

const TOPICS = ['fleet', 'mailboxes'] as const

/** One short list of each account, as main has it. */
function keeping<Known>(ask: (accountId: string) => Promise<Result<Known, AppError>>) {
  const lists = new Map<string, KeptList<Known>>()
  return (accountId: string): KeptList<Known> => {
    const known = lists.get(accountId)
    if (known !== undefined) return known
    const mirror = createMirror(() => ask(accountId))
    const list = { mirror, refreshSoon: pace(mirror.refresh, 250) }
    lists.set(accountId, list)
    return list
  }
}

function useFollowed<Known>({ mirror, refreshSoon }: KeptList<Known>): FollowedList<Known> {
  useTopics(TOPICS, refreshSoon)
  return { ...mirror.use(), refresh: mirror.refresh }
}

const tagsOf = keeping((accountId) => call('tags.known', { accountId }))
const workspacesOf = keeping((accountId) => call('workspaces.known', { accountId }))

/** The tags of an account, followed while somebody looks at them. */
export const useTags = (accountId: string) => useFollowed(tagsOf(accountId))
/** The workspaces of an account, followed in the same way. */
export const useWorkspaces = (accountId: string) => useFollowed(workspacesOf(accountId))
