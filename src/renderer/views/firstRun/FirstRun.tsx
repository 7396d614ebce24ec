import { ArchiveRestore, KeyRound, LockKeyhole, Plug, Telescope } from 'lucide-react'
import { useState } from 'react'
import { firstRunText } from '../../../shared/text/window/firstRun'
import { openDialog, startDemo } from '../../state/app'
import { chooseBackup, useChoosing } from '../../state/data'
import { Button } from '../../ui/Button'
import { Mark } from '../shell/Mark'

/** What somebody sees who has nothing in Mailroom yet. */
export function FirstRun() {
  const isChoosing = useChoosing(({ what }) => what === 'backup')
  const [isStarting, setIsStarting] = useState(false)
  const lookAround = async () => {
    setIsStarting(true)
    await startDemo()
    setIsStarting(false)
  }
  return (
    <div className="flex h-full items-center justify-center overflow-y-auto p-6">
      <div className="m-auto w-full max-w-100">
        <Mark className="size-10" />
        <h1 className="mt-4 text-xl font-semibold text-balance">{firstRunText.title}</h1>
        <p className="mt-1.5 text-pretty text-ink-soft">{firstRunText.lead}</p>
        <div className="mt-5 flex flex-col gap-3">
          <div>
            <Button
              look="primary"
              size="large"
              className="w-full"
              icon={<KeyRound className="size-4" aria-hidden="true" />}
              onPress={() => openDialog({ kind: 'connect' })}
            >
              {firstRunText.connect}
            </Button>
            <p className="mt-1 text-sm text-ink-soft">{firstRunText.connectHint}</p>
          </div>
          <div>
            <Button
              size="large"
              className="w-full"
              icon={<Plug className="size-4" aria-hidden="true" />}
              onPress={() => openDialog({ kind: 'connect-litemail' })}
            >
              {firstRunText.connectLitemail}
            </Button>
            <p className="mt-1 text-sm text-ink-soft">{firstRunText.connectLitemailHint}</p>
          </div>
          <div>
            <Button
              size="large"
              className="w-full"
              icon={<ArchiveRestore className="size-4" aria-hidden="true" />}
              isPending={isChoosing}
              onPress={() => void chooseBackup()}
            >
              {firstRunText.restore}
            </Button>
            <p className="mt-1 text-sm text-ink-soft">{firstRunText.restoreHint}</p>
          </div>
          <div>
            <Button
              size="large"
              className="w-full"
              icon={<Telescope className="size-4" aria-hidden="true" />}
              isPending={isStarting}
              onPress={() => void lookAround()}
            >
              {firstRunText.demo}
            </Button>
            <p className="mt-1 text-sm text-ink-soft">{firstRunText.demoHint}</p>
          </div>
        </div>
        <p className="mt-5 flex items-center gap-2 border-t border-line pt-3 text-sm text-ink-soft">
          <LockKeyhole className="size-4 shrink-0" aria-hidden="true" />
          {firstRunText.keys}
        </p>
      </div>
    </div>
  )
}
