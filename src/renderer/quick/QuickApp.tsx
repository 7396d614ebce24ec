import { X } from 'lucide-react'
import { useEffect } from 'react'
import { explain } from '../../shared/text/errors'
import { nextStepLabels } from '../../shared/text/explanation'
import { quickCreateText as text } from '../../shared/text/quickCreate'
import { commonText } from '../../shared/text/window/common'
import { Alarm } from '../ui/Alarm'
import { Button } from '../ui/Button'
import { CopyPrompt } from './CopyPrompt'
import { CreateForm } from './CreateForm'
import { fitHeight } from './fitHeight'
import { accounts, close, settings, showAddress, useVisit } from './known'

/** The small window: asks for an address or a few, or for the press that copies one. */
export function QuickApp() {
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close()
    }
    window.addEventListener('keydown', leave)
    return () => window.removeEventListener('keydown', leave)
  }, [])

  return (
    // A page cannot ask for a window of less than 100 pixels (Chromium, "window.resizeTo").
    <main ref={fitHeight} className="flex min-h-25 flex-col border border-line bg-raised">
      <header className="quick-title flex items-center justify-between py-1.5 pr-1.5 pl-4">
        <h1 className="font-semibold">{text.title}</h1>
        <Button
          look="quiet"
          size="small-icon"
          aria-label={text.close}
          icon={<X className="size-4" />}
          // Keys have Escape; the first stop is the field.
          excludeFromTabOrder
          onPress={close}
        />
      </header>
      <div className="flex flex-col gap-3 px-4 pb-4">
        <Visit />
      </div>
    </main>
  )
}

function Visit() {
  const { number, order } = useVisit()
  const known = settings.use()
  const list = accounts.use()
  const error = known.error ?? list.error
  if (order?.kind === 'copy') {
    return <CopyPrompt key={number} ids={order.ids} email={order.email} why="focus" />
  }
  if (known.data !== null && list.data !== null) {
    return <CreateForm key={number} settings={known.data} accounts={list.data} />
  }
  if (error === null || order === null) return <p className="text-ink-soft">{commonText.loading}</p>
  const { reason, advice } = explain(error)
  const readAgain = () => {
    void settings.refresh()
    void accounts.refresh()
  }
  return (
    <Alarm
      words={`${reason}.`}
      advice={advice}
      actions={
        <>
          <Button size="small" autoFocus onPress={readAgain}>
            {nextStepLabels['try-again']}
          </Button>
          <Button size="small" onPress={() => showAddress(null)}>
            {text.openMailroom}
          </Button>
        </>
      }
    />
  )
}
