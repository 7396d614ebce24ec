import { type KeyboardEvent, useRef, useState } from 'react'
import { listText } from '../../../shared/text/window/list'
import { asField, LONGEST_NOTE } from '../../fields/note'
import { classes } from '../../ui/classes'
import { RowButton } from '../../ui/grid/RowButton'
import { Marked } from './Marked'

interface NoteCellProps {
  readonly id: string
  readonly note: string
  /** Whose it is. */
  readonly name: string
  /** True when it is kept. */
  readonly save: (id: string, note: string) => Promise<boolean>
  readonly words: readonly string[]
  readonly isActive: boolean
  readonly isEdited: boolean
  readonly onEdit: (id: string | null) => void
}

/** What a row is for; a press, F2 or N makes it a field. */
export function NoteCell(props: NoteCellProps) {
  const { id, note, name, words, isActive, onEdit } = props
  if (props.isEdited) return <NoteField key={id} {...props} />
  return (
    <RowButton
      isActive={isActive}
      {...(note === '' ? { label: `${listText.addNote}: ${name}` } : { description: listText.editNote })}
      className={classes(
        '-ml-1.5 block max-w-full truncate rounded-md px-1.5 text-left leading-6',
        note === '' &&
          'text-ink-soft opacity-0 group-focus-within/row:opacity-100 group-hover/row:opacity-100',
      )}
      onPress={() => onEdit(id)}
    >
      <span title={note}>{note === '' ? listText.addNote : <Marked text={note} words={words} />}</span>
    </RowButton>
  )
}

/** Enter and leaving the field keep the note, Escape leaves it as it was. Shift+Enter breaks the line. */
function NoteField({ id, note, name, save: keep, onEdit }: NoteCellProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [isSaving, setIsSaving] = useState(false)
  const isEnding = useRef(false)

  function end() {
    isEnding.current = true
    const row = field.current?.closest<HTMLElement>('[role="row"]')
    const hadFocus = document.activeElement === field.current
    onEdit(null)
    if (hadFocus) row?.focus({ preventScroll: true })
  }

  async function save() {
    if (isEnding.current || isSaving) return
    const text = field.current?.value.trim() ?? note
    if (text === asField(note)) {
      end()
      return
    }
    setIsSaving(true)
    const isKept = await keep(id, text)
    setIsSaving(false)
    // What could not be kept stays in the field.
    if (isKept) end()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && !event.shiftKey) void save()
    else if (event.key === 'Escape') end()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <textarea
      rows={1}
      ref={field}
      defaultValue={note}
      aria-label={listText.noteOf(name)}
      maxLength={LONGEST_NOTE}
      spellCheck={false}
      readOnly={isSaving}
      // biome-ignore lint/a11y/noAutofocus: the field stands where the press was
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => void save()}
      onKeyDown={onKeyDown}
      className="my-1.5 -ml-1.5 block max-h-32 min-h-7 w-full resize-none rounded-sm border border-control-line bg-canvas px-1.5 py-[3px] text-base text-ink select-text [field-sizing:content] focus-visible:outline-offset-0"
    />
  )
}
