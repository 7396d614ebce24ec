import { useEffect, useState } from 'react'
import type { AppError } from '../../../../shared/errors'
import { assigningText as text } from '../../../../shared/text/window/assigning'
import { call } from '../../../bridge'
import { choose } from '../../../state/data'
import { litemailAccounts } from '../../../state/litemail'
import { propose } from '../../../state/planning'
import { Button } from '../../../ui/Button'
import { Choice } from '../../../ui/Choice'
import { Dialog } from '../../../ui/Dialog'
import { Problem } from '../../../ui/Problem'
import { Select } from '../../../ui/Select'
import { TextField } from '../../../ui/TextField'
import { AssignedRows } from './AssignedRows'
import { AssignmentColumns } from './AssignmentColumns'
import { NameFields } from './NameFields'
import { PatternFields } from './PatternFields'
import { SourceFields } from './SourceFields'
import { useAssignment } from './useAssignment'
import { type ChosenFile, SOURCES, type Wanted, wishOf } from './wanted'

interface NewMailboxesDialogProps {
  /** Null: the first. */
  readonly accountId: string | null
  readonly domain: string
  readonly onClose: () => void
}

/** "New mailboxes": from a form, a pasted list or a file; shown row by row before anything is planned. */
export function NewMailboxesDialog({ accountId, domain, onClose }: NewMailboxesDialogProps) {
  const accounts = litemailAccounts.use(({ data }) => data) ?? []
  const [wanted, setWanted] = useState<Wanted>({
    ...{ accountId: accountId ?? accounts[0]?.id ?? '', source: 'typed', domain },
    typed: { firstName: '', lastName: '', username: '' },
    ...{ text: '', file: null, reading: null, pattern: '{first}.{last}' },
  })
  const [again, setAgain] = useState(0)
  const [fileError, setFileError] = useState<AppError | null>(null)
  const { read, isCurrent } = useAssignment(wishOf(wanted), again)
  const found = read?.ok === true ? read.value : null
  const change = (some: Partial<Wanted>) => setWanted((before) => ({ ...before, ...some }))
  useClosing(wanted.file)

  async function chooseFile() {
    setFileError(null)
    const chosen = await choose('mailboxes', () => call('mailboxes.openAssignment', {}))
    if (!chosen.ok) setFileError(chosen.error)
    else if (chosen.value !== null) change({ file: chosen.value, reading: null })
  }

  function proceed() {
    // What was typed since is not planned unread.
    if (!isCurrent || found === null || found.prepared === null) return
    propose({ operation: found.operation, of: { prepared: found.prepared } }, onClose)
  }

  const error = fileError ?? (read?.ok === false ? read.error : null)
  const isTable = wanted.source !== 'typed'
  return (
    <Dialog
      isWide
      title={text.title}
      onClose={onClose}
      onSubmit={proceed}
      action={
        <Button look="primary" type="submit" isDisabled={(found?.sendable ?? 0) === 0}>
          {text.proceed(found?.sendable ?? 0)}
        </Button>
      }
    >
      {accounts.length > 1 && (
        <Select
          label={text.account}
          value={wanted.accountId}
          options={accounts.map(({ id, name }) => ({ id, text: name }))}
          onChange={(id) => change({ accountId: id })}
        />
      )}
      <Choice
        label={text.from}
        value={wanted.source}
        options={SOURCES}
        labels={text.sources}
        onChange={(source) => change({ source, reading: null })}
      />
      {isTable ? (
        <SourceFields wanted={wanted} onChange={change} onChooseFile={() => void chooseFile()} />
      ) : (
        <NameFields typed={wanted.typed} onChange={(typed) => change({ typed })} />
      )}
      <div className="grid grid-cols-2 items-start gap-4 max-[620px]:grid-cols-1">
        <TextField
          label={isTable ? text.domainForRows : text.domain}
          isOptional={isTable}
          isMono
          maxLength={253}
          value={wanted.domain}
          onChange={(typed) => change({ domain: typed })}
        />
        <PatternFields pattern={wanted.pattern} onChange={(pattern) => change({ pattern })} />
      </div>
      {isTable && found !== null && found.reading !== null && (
        <AssignmentColumns
          found={found}
          reading={found.reading}
          onChange={(reading) => change({ reading })}
        />
      )}
      {error !== null && (
        <Problem
          error={error}
          title={text.failed}
          context={{
            service: 'litemail',
            redo: () => setAgain(again + 1),
            chooseFile: () => void chooseFile(),
          }}
        />
      )}
      <AssignedRows found={found} />
    </Dialog>
  )
}

/** Main forgets a file when another one is chosen, or none is needed any more. */
function useClosing(file: ChosenFile | null): void {
  const token = file?.file ?? null
  useEffect(
    () => () => {
      if (token !== null) void call('mailboxes.closeAssignment', { file: token })
    },
    [token],
  )
}
