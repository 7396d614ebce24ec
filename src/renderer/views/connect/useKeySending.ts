import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { AppError } from '../../../shared/errors'
import type { Result } from '../../../shared/result'
import { keyComplaint } from '../../fields/complaints'

/** Why a key cannot be one. */
type KeyComplaint = ReturnType<typeof keyComplaint>

/** What the user has allowed so far, beyond the ordinary. */
export interface Allowed {
  readonly keyKept: 'keychain' | 'until-quit'
  readonly whenUnreached: 'say' | 'save-unchecked'
}

type Send<Connected> = (key: string, allowed: Allowed) => Promise<Result<Connected, AppError>>

export interface KeySending {
  readonly inputRef: RefObject<HTMLInputElement | null>
  readonly complaint: KeyComplaint
  readonly error: AppError | null
  readonly isSending: boolean
  readonly isTried: boolean
  readonly onEdit: () => void
  /** Sends the key as it stands in the field, with what is allowed from now on. */
  readonly submit: (allowed?: Partial<Allowed>) => void
  readonly focusKey: () => void
}

/**
 * Sends a typed key to main, once a press. The key is only ever in its field: read when it is sent,
 * removed when main has it or the form is left.
 */
export function useKeySending<Connected>(
  isFit: boolean,
  send: Send<Connected>,
  onDone: (connected: Connected) => void,
): KeySending {
  const inputRef = useRef<HTMLInputElement>(null)
  const allowed = useRef<Allowed>({ keyKept: 'keychain', whenUnreached: 'say' })
  const [complaint, setComplaint] = useState<KeyComplaint>(null)
  const [error, setError] = useState<AppError | null>(null)
  const [isSending, setIsSending] = useState(false)
  const [isTried, setIsTried] = useState(false)

  useLayoutEffect(() => {
    const field = inputRef.current
    return () => {
      if (field !== null) field.value = ''
    }
  }, [])

  async function submit(more: Partial<Allowed> = {}) {
    if (isSending) return
    setIsTried(true)
    const field = inputRef.current
    const reason = keyComplaint(field?.value ?? '')
    setComplaint(reason)
    if (reason !== null) field?.focus()
    if (field === null || reason !== null || !isFit) return

    allowed.current = { ...allowed.current, ...more }
    setError(null)
    setIsSending(true)
    const result = await send(field.value.trim(), allowed.current)
    setIsSending(false)
    if (!result.ok) {
      setError(result.error)
      return
    }
    field.value = ''
    onDone(result.value)
  }

  const focusKey = () => {
    inputRef.current?.focus()
    inputRef.current?.select()
  }
  const onEdit = () => {
    if (complaint !== null) setComplaint(null)
  }
  return {
    inputRef,
    complaint,
    error,
    isSending,
    isTried,
    onEdit,
    submit: (more) => void submit(more),
    focusKey,
  }
}
