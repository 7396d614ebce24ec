import { FileWarning } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { AppInfo } from '../../../shared/app'
import type { Recovery as Found } from '../../../shared/backup'
import type { AppError } from '../../../shared/errors'
import { recoveryText as text } from '../../../shared/text/window/recovery'
import { shellText } from '../../../shared/text/window/shell'
import { moment } from '../../../shared/text/window/time'
import { showFolder } from '../../state/app'
import { recovery, takeRecovery } from '../../state/recovery'
import { Button } from '../../ui/Button'
import { Part } from '../../ui/Part'
import { Problem } from '../../ui/Problem'
import { Bands } from '../shell/Bands'
import { Notices } from '../shell/Notices'
import { RecoveryCopies } from './RecoveryCopies'

/** The data file was damaged and moved aside: nothing else of the window can be used until the user decided. */
export function Recovery({ info }: { readonly info: AppInfo }) {
  const { data, error } = recovery.use()
  useEffect(() => {
    document.title = shellText.title(text.title, info.isDemo)
    void recovery.refresh()
  }, [info.isDemo])
  return (
    <div className="flex h-full flex-col">
      <header>
        <Bands info={info} />
      </header>
      <main className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-150 flex-col gap-6 px-6 py-10">
          <div className="flex flex-col items-start gap-4">
            <div className="flex size-11 items-center justify-center rounded-xl border border-warn-line bg-warn-soft text-warn-ink">
              <FileWarning className="size-5" aria-hidden="true" />
            </div>
            <h1 className="text-xl font-semibold text-balance">{text.title}</h1>
          </div>
          {error !== null && (
            <Problem error={error} title={text.failed} context={{ redo: () => void recovery.refresh() }} />
          )}
          {data === null && error === null && <p className="text-ink-soft">{text.reading}</p>}
          {data !== null && <Choices found={data} />}
        </div>
      </main>
      <Notices />
    </div>
  )
}

function Choices({ found }: { readonly found: Found }) {
  const [taking, setTaking] = useState<string | null>(null)
  const [error, setError] = useState<{ readonly error: AppError; readonly from: string } | null>(null)

  async function take(from: string) {
    if (taking !== null) return
    setTaking(from)
    setError(null)
    const failure = await takeRecovery(from)
    setTaking(null)
    setError(failure === null ? null : { error: failure, from })
  }

  const { readable, copies } = found
  return (
    <>
      <div className="flex flex-col items-start gap-2 text-pretty select-text">
        <p>{text.happened(moment(found.at))}</p>
        <p>{text.movedAside}</p>
        <code className="rounded-md border border-line bg-sunken px-2.5 py-1.5 font-mono wrap-anywhere">
          {found.fileName}
        </code>
        <Button size="small" onPress={() => void showFolder('data')}>
          {text.openDataFolder}
        </Button>
        <p>{text.untouched}</p>
        <p>{text.decide}</p>
      </div>
      {error !== null && (
        <Problem error={error.error} title={text.notTaken} context={{ redo: () => void take(error.from) }} />
      )}
      <Part title={text.readable} {...(readable === null ? {} : { lead: text.readableLead })}>
        {readable === null ? (
          <p className="text-ink-soft">{text.unreadable}</p>
        ) : (
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="select-text">{text.readableCounts(readable).join(', ')}</p>
            <Button look="primary" isPending={taking === 'readable'} onPress={() => void take('readable')}>
              {taking === 'readable' ? text.taking : text.takeReadable}
            </Button>
          </div>
        )}
      </Part>
      <Part title={text.copies} {...(copies.length === 0 ? {} : { lead: text.copiesLead })}>
        {copies.length === 0 ? (
          <p className="text-ink-soft">{text.noCopies}</p>
        ) : (
          <RecoveryCopies copies={copies} taking={taking} onTake={(id) => void take(id)} />
        )}
      </Part>
      <Part title={text.empty}>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="min-w-60 flex-1 text-pretty">{text.emptyLead}</p>
          <Button isPending={taking === 'nothing'} onPress={() => void take('nothing')}>
            {text.startEmpty}
          </Button>
        </div>
      </Part>
    </>
  )
}
