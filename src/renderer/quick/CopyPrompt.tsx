import { useRef, useState } from 'react'
import type { AppError } from '../../shared/errors'
import { explain } from '../../shared/text/errors'
import { quickCreateText as text } from '../../shared/text/quickCreate'
import { call } from '../bridge'
import { Alarm } from '../ui/Alarm'
import { Button } from '../ui/Button'
import { CopiedNote } from './CopiedNote'
import { showAddress } from './known'

/** Why the address is not on the clipboard by itself. */
export type WhyNot = 'focus' | 'late' | 'failed'

interface CopyPromptProps {
  readonly ids: readonly string[]
  /** Of the first. */
  readonly email: string
  readonly why: WhyNot
}

const words = { focus: text.copyNeedsFocus, late: text.copyLate, failed: text.copyFailed } as const

/** Created, and not copied: says why, and copies on Enter. */
export function CopyPrompt({ ids, email, why }: CopyPromptProps) {
  const [isCopying, setIsCopying] = useState(false)
  const [isCopied, setIsCopied] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const isBusy = useRef(false)

  async function copy() {
    if (isBusy.current) return
    isBusy.current = true
    setIsCopying(true)
    setError(null)
    const result = await call('addresses.copy', { choice: { ids: [...ids] } })
    setIsCopying(false)
    isBusy.current = false
    if (result.ok) setIsCopied(true)
    else setError(result.error)
  }

  if (isCopied) return <CopiedNote email={email} count={ids.length} />
  const what = ids.length === 1 ? text.one(email) : text.many(ids.length)
  return (
    <>
      <p className="wrap-anywhere select-text" aria-live="polite">
        {words[why](what)}
      </p>
      {error !== null && <Alarm words={`${explain(error).reason}.`} advice={explain(error).advice} />}
      <div className="flex justify-end gap-2">
        {ids.length === 1 && <Button onPress={() => showAddress(ids[0] ?? null)}>{text.showAddress}</Button>}
        <Button look="primary" autoFocus isPending={isCopying} onPress={() => void copy()}>
          {isCopying ? text.copying : text.copy}
        </Button>
      </div>
    </>
  )
}
