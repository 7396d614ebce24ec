import { useId, useState } from 'react'
import type { ApiMap } from '../../../../shared/apiMap'
import type { ShapePart } from '../../../../shared/apiPath'
import { apiPathsText as text } from '../../../../shared/text/window/apiPaths'
import { Select } from '../../../ui/Select'
import { TextField } from '../../../ui/TextField'
import { complaintOf } from './complaints'

type What = 'rows' | 'total' | 'next'
const WHATS: readonly What[] = ['rows', 'total', 'next']

/** What can be what: rows are a list, a total is a number, and a next page is told by either or by a word. */
const kinds: Readonly<Record<What, readonly ShapePart['is'][]>> = {
  rows: ['list'],
  total: ['number'],
  next: ['number', 'text', 'boolean', 'null'],
}

const FOUND = 'found'
const OTHER = 'other'
const AT = 'at:'

interface AnswerPlacesProps {
  readonly map: ApiMap
  /** What stood where in the last answer. */
  readonly shape: readonly ShapePart[]
  readonly issues: readonly string[]
  readonly onChange: (map: ApiMap) => void
}

/** Where the answer of a list has its rows, how many there are, and its next page. */
export function AnswerPlaces(props: AnswerPlacesProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <div>
        <h3 id={id} className="font-medium">
          {text.answer}
        </h3>
        <p className="text-sm text-ink-soft">{text.answerLead}</p>
      </div>
      {WHATS.map((what) => (
        <AnswerPlace key={what} what={what} {...props} />
      ))}
    </section>
  )
}

function AnswerPlace({ what, map, shape, issues, onChange }: AnswerPlacesProps & { readonly what: What }) {
  const place = map[what]
  const fit = shape.filter(({ is, place: at }) => kinds[what].includes(is) && !/\.0(?:\.|$)/.test(at))
  const isKnown = place === null || fit.some((part) => part.place === place)
  const [isOther, setIsOther] = useState(false)
  const isTyped = isOther || !isKnown
  const choose = (id: string) => {
    setIsOther(id === OTHER)
    if (id === FOUND) onChange({ ...map, [what]: null })
    else if (id.startsWith(AT)) onChange({ ...map, [what]: id.slice(AT.length) })
  }
  return (
    <div className="grid grid-cols-2 items-end gap-2">
      <Select
        label={text.answerPlaces[what]}
        value={isTyped ? OTHER : place === null ? FOUND : `${AT}${place}`}
        options={[
          { id: FOUND, text: text.found },
          ...fit.map((part) => ({
            id: `${AT}${part.place}`,
            text: part.place === '' ? text.whole : part.place,
            remark: text.shape(part),
          })),
          { id: OTHER, text: text.other },
        ]}
        onChange={choose}
      />
      {isTyped && (
        <TextField
          label={text.otherOf(text.answerPlaces[what])}
          isMono
          value={place ?? ''}
          maxLength={400}
          placeholder={text.otherExample}
          onChange={(typed) => {
            setIsOther(true)
            onChange({ ...map, [what]: typed === '' ? null : typed })
          }}
          complaint={complaintOf(issues, what)}
          isTried
        />
      )}
    </div>
  )
}
