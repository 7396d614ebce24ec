import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { listDetailsText } from '../../../../shared/text/window/list'
import { asField, LONGEST_NOTE } from '../../../fields/note'
import { fieldLooks } from '../../../ui/fieldLooks'

interface NoteFieldProps {
  readonly id: string
  readonly note: string
  /** True when it is kept. */
  readonly save: (id: string, note: string) => Promise<boolean>
  readonly placeholder: string
}

type Standing = 'kept' | 'saving' | 'saved' | 'failed'

/**
 * The note: kept when the field is left, by Ctrl+Enter, and when the field goes away while it is being written;
 * Escape leaves it as it was.
 */
export function NoteField({ id, note, save: keep, placeholder }: NoteFieldProps) {
  const kept = asField(note)
  const [text, setText] = useState(kept)
  const [standing, setStanding] = useState<Standing>('kept')
  const latest = useRef({ id, kept, text, sent: kept, keep })
  const hint = useId()
  const label = useId()

  // Written elsewhere meanwhile: what is being typed here stays, what is not is replaced.
  const seen = useRef(kept)
  if (seen.current !== kept) {
    if (text === seen.current) setText(kept)
    seen.current = kept
    latest.current.sent = kept
  }
  latest.current.id = id
  latest.current.kept = kept
  latest.current.keep = keep
  latest.current.text = text

  async function save(): Promise<void> {
    const { sent } = latest.current
    const trimmed = latest.current.text.trim()
    if (trimmed === sent.trim()) return
    latest.current.sent = trimmed
    setStanding('saving')
    const isKept = await keep(id, trimmed)
    // What could not be kept is still to be kept.
    if (!isKept) latest.current.sent = latest.current.kept
    setStanding(isKept ? 'saved' : 'failed')
  }

  useEffect(() => {
    const flush = () => {
      const now = latest.current
      if (now.text.trim() === now.sent.trim()) return
      now.sent = now.text.trim()
      void now.keep(now.id, now.sent)
    }
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [])

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
    // What was sent to be kept is not taken back: the list may show it already.
    else if (event.key === 'Escape' && text.trim() !== latest.current.sent.trim()) {
      setText(latest.current.sent)
      setStanding('kept')
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  const remark = {
    kept: text === kept ? '' : listDetailsText.noteKeys,
    saving: listDetailsText.noteSaving,
    saved: text.trim() === kept.trim() ? listDetailsText.noteSaved : listDetailsText.noteKeys,
    failed: listDetailsText.noteNotSaved,
  }[standing]
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-baseline justify-between gap-2">
        <label htmlFor={label} className={fieldLooks.label}>
          {listDetailsText.note}
        </label>
        <span
          id={hint}
          className={standing === 'failed' ? fieldLooks.complaint : fieldLooks.hint}
          aria-live="polite"
        >
          {text.length >= LONGEST_NOTE ? listDetailsText.noteLong : remark}
        </span>
      </div>
      <textarea
        id={label}
        data-details="note"
        value={text}
        rows={3}
        maxLength={LONGEST_NOTE}
        placeholder={placeholder}
        spellCheck={false}
        aria-describedby={hint}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={() => void save()}
        onKeyDown={onKeyDown}
        className="block max-h-72 min-h-18 w-full resize-none rounded-md border border-control-line bg-canvas px-2.5 py-1.5 text-base text-ink select-text [field-sizing:content] focus-visible:outline-offset-0"
      />
    </div>
  )
}
