import type { ReactNode } from 'react'
import { fleetListText } from '../../../shared/text/window/fleetList'
import { Age } from '../../ui/Age'
import { Due } from '../../ui/Due'
import { Cell } from '../../ui/grid/Cell'
import { Sensitive } from '../../ui/Sensitive'
import { Marked } from '../list/Marked'
import { statusWord } from './statusWord'

/** What the service did not say: never drawn as empty. */
export const NotTold = () => (
  <span className="text-ink-soft" title={fleetListText.notTold}>
    <span aria-hidden="true">—</span>
    <span className="sr-only">{fleetListText.notTold}</span>
  </span>
)

/** A text of the service; right-to-left ones keep to their own place. */
export const Told = ({ text, words, dir = 'auto' }: ToldProps) => (
  <bdi title={text} dir={dir}>
    <Marked text={text} words={words} />
  </bdi>
)

interface ToldProps {
  readonly text: string
  readonly words: readonly string[]
  /** An address is read from left to right, whatever stands in it. */
  readonly dir?: 'auto' | 'ltr'
}

/** A status; the service's own word when pointed at. */
export const Status = ({ status }: { readonly status: string | null }) =>
  status === null ? <NotTold /> : <bdi title={status}>{statusWord(status)}</bdi>

interface ValueCellProps {
  readonly place: string
  /** Null: the service did not say. */
  readonly children: ReactNode | null
}

/** A cell beside the first one of its row. */
export const ValueCell = ({ place, children }: ValueCellProps) => (
  <Cell place={place} className="truncate text-ink-soft">
    {children ?? <NotTold />}
  </Cell>
)

export const TextCell = ({ place, text, words = noWords, isLink = false }: TextCellProps) => {
  if (text === null || text === '')
    return <ValueCell place={place}>{text === null ? null : fleetListText.none}</ValueCell>
  const told = <Told text={text} words={words} />
  return <ValueCell place={place}>{isLink ? <Sensitive>{told}</Sensitive> : told}</ValueCell>
}

interface TextCellProps {
  readonly place: string
  /** '': the service says that there is none. */
  readonly text: string | null
  readonly words?: readonly string[]
  /** It says where something leads: masked in any form while what is sensitive is hidden. */
  readonly isLink?: boolean
}

const noWords: readonly string[] = []

export const AgeCell = ({ place, at }: { readonly place: string; readonly at: number | null }) => (
  <ValueCell place={place}>{at === null ? null : <Age at={at} />}</ValueCell>
)

export const DueCell = ({ place, at }: { readonly place: string; readonly at: number | null }) => (
  <ValueCell place={place}>{at === null ? null : <Due at={at} />}</ValueCell>
)
