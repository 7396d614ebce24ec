import { SearchX } from 'lucide-react'
import type { ReactNode } from 'react'
import { Message } from '../../ui/Message'
import { searchPlace } from './places'

interface NothingMatchesProps {
  readonly title: string
  /** What the list is narrowed down to. */
  readonly narrowed: readonly string[]
  readonly actions: ReactNode
}

/** Nothing is left by what the list is narrowed down to: says what that is, and takes it back. */
export const NothingMatches = ({ title, narrowed, actions }: NothingMatchesProps) => (
  <Message icon={<SearchX className="size-5" aria-hidden="true" />} title={title} actions={actions}>
    {narrowed.length > 0 && <span className="wrap-anywhere">{narrowed.join(' · ')}</span>}
  </Message>
)

/** Does something that takes its own control away: the search box has the keyboard before. */
export const fromSearch = (act: () => void) => () => {
  searchPlace()?.focus()
  act()
}
