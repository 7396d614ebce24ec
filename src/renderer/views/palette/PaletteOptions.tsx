import { memo, type Ref, useMemo } from 'react'
import { paletteText } from '../../../shared/text/window/palette'
import { usePalette } from '../../state/palette'
import { classes } from '../../ui/classes'
import { Keys } from '../../ui/Keys'
import { Marked } from '../list/Marked'
import { searchedWords } from '../list/marks'
import { keyOf, type PaletteEntry } from './entry'
import type { PaletteGroup } from './groups'

interface PaletteOptionsProps {
  readonly ref: Ref<HTMLDivElement>
  readonly id: string
  readonly groups: readonly PaletteGroup[]
  readonly activeKey: string | null
  /** What the rows were found for. */
  readonly answered: string
  readonly isReading: boolean
  /** So many CSS pixels of it are above what is shown. */
  readonly onScrolled: (above: number) => void
  /** The pointer is on an entry, by its key. */
  readonly onPoint: (key: string) => void
  readonly onUse: (entry: PaletteEntry) => void
}

/** What was found, in groups, each option with its place in its id. The field has the keyboard and says which is meant. */
export function PaletteOptions({
  ref,
  id,
  groups,
  activeKey,
  onScrolled,
  onPoint,
  onUse,
  ...props
}: PaletteOptionsProps) {
  const listed = usePalette((state) => state.listed)
  const words = useMemo(() => searchedWords(listed), [listed])
  let place = 0
  return (
    <div
      ref={ref}
      id={id}
      role="listbox"
      aria-label={paletteText.results}
      aria-busy={props.isReading}
      data-answered={props.answered}
      onScroll={(event) => onScrolled(event.currentTarget.scrollTop)}
      // The line that is scrolled to has room: the list ends between two pixels, which would cut into it, and its group has a name.
      className={classes('min-h-0 scroll-py-8 overflow-y-auto', groups.length > 0 && 'p-1.5')}
    >
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
        <div
          key={group.id}
          role="group"
          aria-labelledby={`${id}-${group.id}`}
          className="pb-1.5 [contain-intrinsic-size:auto_12rem] [content-visibility:auto]"
        >
          <div
            id={`${id}-${group.id}`}
            role="presentation"
            className="px-2.5 py-1 text-xs font-semibold text-ink-soft"
          >
            {paletteText.groups[group.id]}
          </div>
          {group.entries.map((entry) => (
            <Option
              key={keyOf(entry)}
              id={`${id}-${place++}`}
              entry={entry}
              words={words}
              isActive={keyOf(entry) === activeKey}
              onPoint={onPoint}
              onUse={onUse}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

interface OptionProps extends Pick<PaletteOptionsProps, 'onPoint' | 'onUse'> {
  readonly id: string
  readonly entry: PaletteEntry
  readonly words: readonly string[]
  readonly isActive: boolean
}

/** Drawn again only where something of it is another. */
const Option = memo(function Option({ id, entry, words, isActive, onPoint, onUse }: OptionProps) {
  const { kind, name, about, keys } = entry
  const isRow = kind === 'address' || kind === 'mailbox' || kind === 'domain'
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      // The field keeps the keyboard.
      onMouseDown={(event) => event.preventDefault()}
      onPointerMove={() => {
        if (!isActive) onPoint(keyOf(entry))
      }}
      onClick={() => onUse(entry)}
      className={classes(
        'flex min-h-8 cursor-default items-center gap-3 rounded-md px-2.5 py-1',
        isActive && 'bg-pressed outline-2 -outline-offset-2 outline-focus',
      )}
    >
      <span className={classes('min-w-0 truncate', isRow && 'font-mono', kind === 'all' && 'text-ink-soft')}>
        {isRow ? (
          <bdi dir="ltr">
            <Marked text={name} words={words} />
          </bdi>
        ) : (
          <Marked text={name} words={kind === 'all' ? [] : words} />
        )}
      </span>
      {about !== '' && (
        <span className="min-w-0 flex-1 truncate text-right text-sm text-ink-soft">
          <bdi>
            <Marked text={about} words={isRow ? words : []} />
          </bdi>
        </span>
      )}
      {keys !== undefined && (
        <span className="ml-auto shrink-0 text-sm">
          <Keys accelerator={keys} />
        </span>
      )}
    </div>
  )
})
