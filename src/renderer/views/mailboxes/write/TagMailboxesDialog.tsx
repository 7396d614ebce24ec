import { useState } from 'react'
import type { Tagging } from '../../../../shared/assignment'
import type { Choice } from '../../../../shared/contract'
import { mailboxWritesText as text } from '../../../../shared/text/window/assigning'
import { call } from '../../../bridge'
import { propose } from '../../../state/planning'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { Problem } from '../../../ui/Problem'
import { Reading } from '../../../ui/Reading'
import { Select } from '../../../ui/Select'
import { usePausedReading } from '../../pastedList/usePausedReading'

interface TagMailboxesDialogProps {
  readonly choice: Choice
  readonly onClose: () => void
}

type Deed = keyof typeof text.tagDeeds
const DEEDS: readonly Deed[] = ['leave', 'give', 'take']

/** "Tags": which are given to the chosen mailboxes, and which are taken from them; each keeps its others. */
export function TagMailboxesDialog({ choice, onClose }: TagMailboxesDialogProps) {
  const [deeds, setDeeds] = useState<Readonly<Record<string, Deed>>>({})
  const [again, setAgain] = useState(0)
  const namesOf = (deed: Deed) => Object.keys(deeds).filter((id) => deeds[id] === deed)
  const { read, isCurrent } = usePausedReading<Tagging>(JSON.stringify([choice, deeds, again]), () =>
    call('mailboxes.readTagging', { choice, give: namesOf('give'), take: namesOf('take') }),
  )
  const found = read?.ok === true ? read.value : null

  function proceed() {
    if (!isCurrent || found === null || found.prepared === null) return
    propose({ operation: 'mailboxes.update', of: { prepared: found.prepared } }, onClose)
  }

  return (
    <Dialog
      title={text.tagsTitle(found?.chosen ?? 0)}
      onClose={onClose}
      onSubmit={proceed}
      action={
        <Button look="primary" type="submit" isDisabled={found === null || found.prepared === null}>
          {text.proceedWith(found?.changed ?? 0)}
        </Button>
      }
    >
      {read?.ok === false && (
        <Problem
          error={read.error}
          title={text.notRead}
          context={{ service: 'litemail', redo: () => setAgain(again + 1) }}
        />
      )}
      {read === null && <Reading words={text.reading} />}
      {found !== null &&
        (found.accounts > 1 ? (
          <p role="alert">{text.several}</p>
        ) : (
          <>
            <p className="text-pretty text-ink-soft">
              {found.tags.length === 0 ? text.noTags : text.tagsLead}
            </p>
            {found.tags.length > 0 && (
              <ul className="divide-y divide-line rounded-md border border-line">
                {found.tags.map((tag) => (
                  <Tag
                    key={tag.id}
                    tag={tag}
                    all={found.chosen}
                    deed={deeds[tag.id] ?? 'leave'}
                    onChange={(deed) => setDeeds({ ...deeds, [tag.id]: deed })}
                  />
                ))}
              </ul>
            )}
            <div role="status" className="flex flex-col gap-1">
              <p className="font-medium">{text.changes(found.changed)}</p>
              {found.unknown > 0 && (
                <p className="text-pretty text-warn-ink">{text.unknown(found.unknown)}</p>
              )}
              {found.emptied > 0 && <p className="text-pretty text-warn-ink">{text.left(found.emptied)}</p>}
            </div>
          </>
        ))}
    </Dialog>
  )
}

interface TagProps {
  readonly tag: Tagging['tags'][number]
  readonly all: number
  readonly deed: Deed
  readonly onChange: (deed: Deed) => void
}

const Tag = ({ tag: { name, color, count }, all, deed, onChange }: TagProps) => (
  <li className="flex items-center gap-3 py-1.5 pr-1.5 pl-3">
    <span
      aria-hidden="true"
      className="size-2.5 shrink-0 rounded-full border border-line"
      style={color === null ? {} : { backgroundColor: color }}
    />
    <span className="min-w-0 flex-1">
      <span className="block truncate font-medium" title={name}>
        {name}
      </span>
      <span className="block text-sm text-ink-soft">{text.haveIt(count, all)}</span>
    </span>
    <Select
      label={name}
      isLabelHidden
      className="w-36 shrink-0"
      value={deed}
      options={DEEDS.map((id) => ({ id, text: text.tagDeeds[id] }))}
      onChange={(id) => onChange(DEEDS.find((each) => each === id) ?? 'leave')}
    />
  </li>
)
