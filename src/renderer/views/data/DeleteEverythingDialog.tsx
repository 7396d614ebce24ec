import { useEffect, useState } from 'react'
import type { Output } from '../../../shared/contract'
import type { AppError } from '../../../shared/errors'
import { deleteText as text } from '../../../shared/text/window/data'
import { call } from '../../bridge'
import { openDialog } from '../../state/app'
import { countEverything } from '../../state/data'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Problem } from '../../ui/Problem'
import { TextField } from '../../ui/TextField'

type Stays = Output<'data.deleteEverything'>['stays']

/** "Delete everything": what goes and what stays, and only for who typed that it shall. */
export function DeleteEverythingDialog({ onClose }: { readonly onClose: () => void }) {
  const [count, setCount] = useState<number | null>(null)
  const [typed, setTyped] = useState('')
  const [isTried, setIsTried] = useState(false)
  const [isDeleting, setIsDeleting] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const [stays, setStays] = useState<Stays | null>(null)
  useEffect(() => void countEverything().then(setCount), [])

  const isMeant = typed.trim().toLowerCase() === text.word

  async function run() {
    setIsTried(true)
    if (!isMeant || isDeleting) return
    setIsDeleting(true)
    setError(null)
    const result = await call('data.deleteEverything', { isConfirmed: true })
    setIsDeleting(false)
    if (result.ok) setStays(result.value.stays)
    else setError(result.error)
  }

  if (stays !== null) return <Deleted stays={stays} />
  return (
    <Dialog
      role="alertdialog"
      title={text.title}
      onClose={onClose}
      onSubmit={() => void run()}
      action={
        <Button look="danger" type="submit" isPending={isDeleting}>
          {isDeleting ? text.doing : text.action}
        </Button>
      }
    >
      {error !== null && <Problem error={error} context={{ redo: () => void run() }} />}
      <Points title={text.goes} points={text.goesList(count)} />
      <Points title={text.remains} points={text.remainsList} />
      <p className="text-pretty">
        {text.noUndo}{' '}
        <Button look="link" size="text" onPress={() => openDialog({ kind: 'back-up' })}>
          {text.backUpFirst}
        </Button>
      </p>
      <TextField
        label={text.confirm(text.word)}
        className="max-w-60"
        autoFocus
        value={typed}
        onChange={setTyped}
        complaint={isMeant ? null : text.mistyped(text.word)}
        isTried={isTried}
        isMono
      />
    </Dialog>
  )
}

const Points = ({ title, points }: { readonly title: string; readonly points: readonly string[] }) => (
  <div>
    <h3 className="font-medium">{title}</h3>
    <ul className="mt-1 flex list-disc flex-col gap-0.5 pl-5 text-pretty">
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  </div>
)

/** Nothing is left to show behind it. */
const quit = () => window.close()

const Deleted = ({ stays }: { readonly stays: Stays }) => (
  <Dialog role="alertdialog" title={text.doneTitle} onClose={quit} closeLabel={text.quit} onSubmit={quit}>
    <p className="text-pretty">{stays.length === 0 ? text.done : text.doneBut}</p>
    {stays.length > 0 && (
      <ul className="flex list-disc flex-col gap-0.5 pl-5 text-pretty">
        {stays.map((what) => (
          <li key={what}>{text.stays[what]}</li>
        ))}
      </ul>
    )}
  </Dialog>
)
