import { ClipboardPaste } from 'lucide-react'
import { useEffect, useId } from 'react'
import type { ApiMap } from '../../../../shared/apiMap'
import type { AnyOperation } from '../../../../shared/litemail/operation'
import { isForm, samplesText } from '../../../../shared/text/window/apiSamples'
import { type PathsAccount, pathKey } from '../../../state/apiPaths'
import {
  closeSample,
  openSample,
  type PathSample,
  typeSample,
  usePathSamples,
} from '../../../state/pathSamples'
import { Button } from '../../../ui/Button'
import { Problem } from '../../../ui/Problem'
import { Select } from '../../../ui/Select'
import { TextField } from '../../../ui/TextField'
import { isTaken, takesOf, withTake } from './sampleTakes'

/** As much as a message to main can carry: what is too long for a sample is told, and not cut. */
const LONGEST = 80_000

interface SamplePartProps {
  readonly account: PathsAccount
  readonly operation: AnyOperation
  /** As it would be asked now. */
  readonly map: ApiMap
  readonly onChange: (map: ApiMap) => void
}

/** "Paste curl": the documentation's sample of an operation, and what was read of it. */
export function SamplePart({ account, operation, map, onChange }: SamplePartProps) {
  const { id: accountId, service } = account
  const sample = usePathSamples((samples) => samples[pathKey(accountId, operation.id)])
  const isOpen = sample !== undefined
  // Somebody may have pasted one with a key of theirs: it does not stay when nobody sees it.
  useEffect(() => () => closeSample(accountId, operation.id), [accountId, operation.id])
  return (
    <div className="flex flex-col gap-3">
      <Button
        className="self-start"
        aria-expanded={isOpen}
        icon={<ClipboardPaste className="size-4" aria-hidden="true" />}
        onPress={() => (isOpen ? closeSample : openSample)(accountId, operation.id)}
      >
        {samplesText.paste}
      </Button>
      {sample !== undefined && (
        <>
          <TextField
            label={samplesText.field}
            hint={samplesText.hint}
            rows={5}
            isMono
            autoFocus={sample.text === ''}
            value={sample.text}
            maxLength={LONGEST}
            placeholder={samplesText.placeholder}
            onChange={(typed) => void typeSample(accountId, operation.id, typed)}
          />
          {sample.error !== null && (
            <Problem
              error={sample.error}
              title={samplesText.notRead}
              context={{
                ...{ accountId, service },
                redo: () => void typeSample(accountId, operation.id, sample.text),
              }}
            />
          )}
          {sample.reading !== null && (
            <WhatWasRead reading={sample.reading} operation={operation} map={map} onChange={onChange} />
          )}
        </>
      )}
    </div>
  )
}

interface WhatWasReadProps extends Omit<SamplePartProps, 'account'> {
  readonly reading: NonNullable<PathSample['reading']>
}

/** What of a sample is in use, what is not, and what the user has to say. */
function WhatWasRead({ reading, operation, map, onChange }: WhatWasReadProps) {
  const id = useId()
  const { dropped, unplaced } = reading
  const named = Object.keys(reading.map.inputs).filter((name) => !unplaced.includes(name))
  return (
    <section
      aria-labelledby={id}
      className="flex flex-col gap-2 rounded-lg border border-line p-3 select-text"
    >
      <h3 id={id} className="sr-only">
        {samplesText.read}
      </h3>
      <p role="status">{samplesText.readWhat(reading.map, named)}</p>
      {dropped.length > 0 && (
        <p className="text-sm wrap-anywhere text-ink-soft">
          {samplesText.dropped}: {dropped.map((part) => samplesText.part(part)).join(', ')}.
        </p>
      )}
      {dropped.some(isForm) && <p className="text-sm text-warn-ink">{samplesText.isForm}</p>}
      {unplaced.length > 0 && (
        <>
          <p className="text-sm text-ink-soft">{samplesText.unplaced}</p>
          <div className="grid grid-cols-2 gap-3">
            {unplaced.map((input) => {
              const takes = takesOf(input, operation, reading)
              const taken = takes.find((take) => isTaken(map, input, take))
              return (
                <Select
                  key={input}
                  label={samplesText.sentAs(input)}
                  value={taken?.id ?? ''}
                  options={takes.map(({ id: take, words }) => ({ id: take, text: words }))}
                  onChange={(chosen) => {
                    const take = takes.find((one) => one.id === chosen)
                    if (take !== undefined) onChange(withTake(map, input, take))
                  }}
                />
              )
            })}
          </div>
        </>
      )}
    </section>
  )
}
