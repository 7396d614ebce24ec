import { useEffect } from 'react'
import type { LocalCopy } from '../../../shared/backup'
import { dataText as text } from '../../../shared/text/window/data'
import { moment } from '../../../shared/text/window/time'
import { openDialog } from '../../state/app'
import { chooseBackup, chooseImport, copies, openCopy, openExport, useChoosing } from '../../state/data'
import { useNow } from '../../ui/Age'
import { Button } from '../../ui/Button'
import { Part } from '../../ui/Part'
import { Problem } from '../../ui/Problem'
import { CopyFacts } from '../data/CopyFacts'

/** Settings, Data: what goes out of Mailroom, what comes into it, and what is removed. */
export function DataSettings() {
  const choosing = useChoosing(({ what }) => what)
  return (
    <>
      <Part title={text.transfer} lead={text.transferLead}>
        <div className="flex flex-wrap gap-2">
          <Button onPress={openExport}>{text.export}</Button>
          <Button isPending={choosing === 'import'} onPress={() => void chooseImport()}>
            {text.import}
          </Button>
        </div>
      </Part>
      <Part title={text.backup} lead={text.backupLead}>
        <div className="flex flex-wrap gap-2">
          <Button onPress={() => openDialog({ kind: 'back-up' })}>{text.backUp}</Button>
          <Button isPending={choosing === 'backup'} onPress={() => void chooseBackup()}>
            {text.restore}
          </Button>
        </div>
      </Part>
      <Part title={text.copies} lead={text.copiesLead}>
        <Copies />
      </Part>
      <Part title={text.diagnostics} lead={text.diagnosticsLead}>
        <div>
          <Button onPress={() => openDialog({ kind: 'diagnostics' })}>{text.showDiagnostics}</Button>
        </div>
      </Part>
      <Part title={text.removing}>
        <Removal hint={text.removeKeysHint} label={text.removeKeys} kind="remove-keys" />
        <Removal hint={text.deleteEverythingHint} label={text.deleteEverything} kind="delete-everything" />
      </Part>
    </>
  )
}

function Copies() {
  const { data, error } = copies.use()
  const tick = useNow()
  // biome-ignore lint/correctness/useExhaustiveDependencies: copies come and go by themselves
  useEffect(() => void copies.refresh(), [tick])
  if (error !== null) {
    return <Problem error={error} title={text.copiesFailed} context={{ redo: () => void copies.refresh() }} />
  }
  if (data === null) return null
  if (data.length === 0) return <p className="text-ink-soft">{text.noCopies}</p>
  return (
    <ul aria-label={text.copies} className="-m-4 divide-y divide-line">
      {data.map((copy) => (
        <CopyLine key={copy.id} copy={copy} />
      ))}
    </ul>
  )
}

const CopyLine = ({ copy }: { readonly copy: LocalCopy }) => (
  <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2 pr-3 pl-4">
    <CopyFacts copy={copy} />
    <Button
      size="small"
      aria-label={text.restoreCopyNamed(moment(copy.at))}
      onPress={() => void openCopy(copy.id)}
    >
      {text.restoreCopy}
    </Button>
  </li>
)

interface RemovalProps {
  readonly label: string
  readonly hint: string
  readonly kind: 'remove-keys' | 'delete-everything'
}

const Removal = ({ label, hint, kind }: RemovalProps) => (
  <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
    <p className="min-w-60 flex-1 text-pretty text-ink-soft">{hint}</p>
    <Button look="quiet-danger" onPress={() => openDialog({ kind })}>
      {label}
    </Button>
  </div>
)
