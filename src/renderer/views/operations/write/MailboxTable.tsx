import { Plus, X } from 'lucide-react'
import { type ClipboardEvent, useId, useRef } from 'react'
import { operationWritesText as text } from '../../../../shared/text/window/operationWrites'
import {
  type MailboxLine,
  MOST_LINES_AS_FIELDS,
  mailboxComplaints,
  mailboxFields,
  mailboxLines,
  tableRemarks,
  typedMailboxes,
} from '../../../fields/writeFields'
import { Button } from '../../../ui/Button'
import { fieldLooks } from '../../../ui/fieldLooks'
import { TextField } from '../../../ui/TextField'

interface MailboxTableProps {
  readonly name: string
  /** Lines, with tabs between their fields. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly isTried: boolean
}

const blank: MailboxLine = { firstName: '', lastName: '', username: '' }
const isBlank = (line: MailboxLine): boolean => mailboxFields.every((name) => line[name].trim() === '')

/** The new mailboxes of a request, a line each; what is copied from a table is pasted as lines. Many are one text. */
export function MailboxTable(props: MailboxTableProps) {
  const lines = mailboxLines(props.value)
  return lines.length > MOST_LINES_AS_FIELDS ? (
    <MailboxText {...props} lines={lines} />
  ) : (
    <MailboxFields {...props} lines={lines} />
  )
}

interface MailboxLinesProps extends MailboxTableProps {
  readonly lines: readonly MailboxLine[]
}

function MailboxText({ name, value, onChange, lines }: MailboxLinesProps) {
  const remarks = tableRemarks(lines)
  return (
    <TextField
      label={name}
      value={value}
      onChange={onChange}
      complaint={remarks.length === 0 ? null : remarks.join(' ')}
      isTried
      hint={text.asText(lines.length)}
      rows={12}
      isMono
      className="col-span-full"
    />
  )
}

function MailboxFields({ name, onChange, isTried, lines }: MailboxLinesProps) {
  const title = useId()
  const place = useRef<HTMLFieldSetElement>(null)
  const complaints = mailboxComplaints(lines)
  const put = (next: readonly MailboxLine[]) => onChange(typedMailboxes(next.length === 0 ? [blank] : next))
  const change = (at: number, field: keyof MailboxLine, typed: string) =>
    put(lines.map((line, index) => (index === at ? { ...line, [field]: typed } : line)))
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain').replace(/\s+$/, '')
    if (!/[\t\n]/.test(pasted)) return
    event.preventDefault()
    put([...lines.filter((line) => !isBlank(line)), ...mailboxLines(pasted)])
  }
  const remove = (at: number) => {
    put(lines.filter((_, index) => index !== at))
    // Its button goes with it.
    place.current?.querySelector<HTMLElement>('[data-add]')?.focus()
  }
  return (
    <fieldset
      ref={place}
      aria-labelledby={title}
      className="col-span-full flex min-w-0 flex-col gap-2"
      onPaste={paste}
    >
      <legend id={title} className={fieldLooks.label}>
        {name}
      </legend>
      <p className={fieldLooks.hint}>{text.pasteHint}</p>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place, and nothing else tells it apart while it is typed
        <div key={at} className="flex items-start gap-2">
          {mailboxFields.map((field) => (
            <TextField
              key={field}
              label={text.fieldOf(field, at + 1)}
              isLabelHidden
              placeholder={text.fields[field]}
              className="min-w-0 flex-1"
              value={line[field]}
              onChange={(typed) => change(at, field, typed)}
              complaint={complaints[at]?.[field] ?? null}
              // Said while it is typed: what is said only afterwards moves the button that is about to be pressed.
              isTried={isTried || line[field] !== ''}
              isMono={field === 'username'}
            />
          ))}
          <Button
            look="quiet"
            size="icon"
            aria-label={text.removeMailbox(at + 1)}
            isDisabled={lines.length === 1 && isBlank(line)}
            icon={<X className="size-4" aria-hidden="true" />}
            onPress={() => remove(at)}
          />
        </div>
      ))}
      <Button
        size="small"
        data-add
        className="self-start"
        icon={<Plus className="size-3.5" aria-hidden="true" />}
        onPress={() => put([...lines, blank])}
      >
        {text.addMailbox}
      </Button>
    </fieldset>
  )
}
