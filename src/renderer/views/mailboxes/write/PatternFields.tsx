import { useState } from 'react'
import { assigningText as text } from '../../../../shared/text/window/assigning'
import { Select } from '../../../ui/Select'
import { TextField } from '../../../ui/TextField'
import { isPattern, PATTERNS } from './wanted'

interface PatternFieldsProps {
  readonly pattern: string
  readonly onChange: (pattern: string) => void
}

/** How user names are made of names: as one of the usual ones, or as their user writes it. */
export function PatternFields({ pattern, onChange }: PatternFieldsProps) {
  const [isOwn, setIsOwn] = useState(false)
  const known = PATTERNS.find((each) => each === pattern)
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Select
        label={text.pattern}
        isMono
        value={isOwn ? 'own' : (known ?? 'own')}
        options={[...PATTERNS, 'own' as const].map((id) => ({
          id,
          text: text.patterns[id],
          ...(id === 'own' ? {} : { remark: id }),
        }))}
        onChange={(id) => {
          setIsOwn(id === 'own')
          if (id !== 'own') onChange(id)
        }}
      />
      {(isOwn || known === undefined) && (
        <TextField
          label={text.ownPattern}
          isMono
          maxLength={100}
          hint={text.ownPatternHint}
          complaint={isPattern(pattern) ? null : text.ownPatternComplaint}
          isTried
          value={pattern}
          onChange={onChange}
        />
      )}
    </div>
  )
}
