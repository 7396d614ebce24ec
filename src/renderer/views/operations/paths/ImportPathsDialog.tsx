import { useState } from 'react'
import type { ChosenApiFile, OpenedApiFile } from '../../../../shared/apiFile'
import type { AppError } from '../../../../shared/errors'
import { explain } from '../../../../shared/text/errors'
import { apiFilesText as text } from '../../../../shared/text/window/apiFiles'
import { commonText } from '../../../../shared/text/window/common'
import { chooseApiFile, takeApiFile, useApiFile } from '../../../state/apiFiles'
import type { PathsAccount } from '../../../state/apiPaths'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { Problem } from '../../../ui/Problem'
import { Reading } from '../../../ui/Reading'
import { SuggestionRow } from './SuggestionRow'

interface ImportPathsDialogProps {
  readonly account: PathsAccount
  readonly chosen: ChosenApiFile
  readonly onClose: () => void
}

/** "Import API paths": a file is read, then what it says of each operation is shown before anything of it is taken. */
export function ImportPathsDialog({ account, chosen, onClose }: ImportPathsDialogProps) {
  const { opened, error } = useApiFile()
  const chooseFile = () => {
    onClose()
    void chooseApiFile(account)
  }
  if (opened !== null && opened.file === chosen.file) {
    return <ReadPaths account={account} opened={opened} onClose={onClose} chooseFile={chooseFile} />
  }
  return (
    <Dialog
      title={text.title}
      isWide
      onClose={onClose}
      {...(error === null ? {} : { closeLabel: commonText.close })}
      onSubmit={() => {}}
    >
      {error === null ? (
        <>
          <p className="wrap-anywhere" role="status">
            {text.reading(chosen.fileName)} <span className="text-ink-soft">{text.readingLong}</span>
          </p>
          <div className="-mx-4 -mb-4">
            <Reading words={text.reading(chosen.fileName)} />
          </div>
        </>
      ) : (
        <Problem
          error={error}
          title={text.notRead(chosen.fileName)}
          context={{
            ...{ service: account.service, accountId: account.id, chooseFile },
            // The same button twice says less than once.
            ...(explain(error, account.service).next === 'choose-file' ? {} : { redo: chooseFile }),
          }}
        />
      )}
    </Dialog>
  )
}

interface ReadPathsProps {
  readonly account: PathsAccount
  readonly opened: OpenedApiFile
  readonly onClose: () => void
  readonly chooseFile: () => void
}

function ReadPaths({ account, opened, onClose, chooseFile }: ReadPathsProps) {
  const { suggestions, same, confirmed, leftOut, kind } = opened
  const sure = suggestions.filter(({ isTicked }) => isTicked).map(({ operation }) => operation)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(sure))
  const hasAction = suggestions.length > 0 || confirmed.length > 0
  const isNothing = ticked.size === 0 && confirmed.length === 0
  const [isTaking, setIsTaking] = useState(false)
  const [error, setError] = useState<AppError | null>(null)

  async function take() {
    if (isTaking || isNothing) return
    setIsTaking(true)
    const problem = await takeApiFile(account, opened, [...ticked])
    setIsTaking(false)
    setError(problem)
    if (problem === null) onClose()
  }
  const tick = (operation: string, isTicked: boolean) =>
    setTicked((now) => {
      const next = new Set(now)
      if (isTicked) next.add(operation)
      else next.delete(operation)
      return next
    })
  return (
    <Dialog
      title={text.title}
      isWide
      onClose={onClose}
      {...(hasAction ? {} : { closeLabel: commonText.close })}
      onSubmit={() => void take()}
      action={
        hasAction && (
          <Button look="primary" type="submit" isPending={isTaking} isDisabled={isNothing}>
            {isTaking ? text.taking : text.take(ticked.size)}
          </Button>
        )
      }
    >
      {error !== null && (
        <Problem
          error={error}
          context={{ service: account.service, accountId: account.id, redo: () => void take(), chooseFile }}
        />
      )}
      <div className="flex flex-col gap-1 text-pretty select-text">
        <p className="wrap-anywhere">{text.lead(opened)}</p>
        {same > 0 && <p className="text-ink-soft">{text.same(same, confirmed.length)}</p>}
        {leftOut > 0 && <p className="text-ink-soft">{text.leftOut(leftOut)}</p>}
        {sure.length < suggestions.length && <p className="text-ink-soft">{text.check}</p>}
      </div>
      {suggestions.length > 0 && (
        <>
          <div className="flex flex-wrap items-center gap-2">
            <Button size="small" onPress={() => setTicked(new Set(sure))}>
              {text.tickAll}
            </Button>
            <Button size="small" onPress={() => setTicked(new Set())}>
              {text.tickNone}
            </Button>
          </div>
          <ul aria-label={text.list} className="divide-y divide-line rounded-lg border border-line">
            {suggestions.map((suggestion) => (
              <SuggestionRow
                key={suggestion.operation}
                suggestion={suggestion}
                isOwn={kind === 'maps'}
                isTicked={ticked.has(suggestion.operation)}
                onTick={tick}
              />
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}
