import { useId } from 'react'
import type { ApiMap, InputMap } from '../../../../shared/apiMap'
import type { AnyOperation, InputField } from '../../../../shared/litemail/operation'
import { apiPathsText as text } from '../../../../shared/text/window/apiPaths'
import { fieldLooks } from '../../../ui/fieldLooks'
import { Select } from '../../../ui/Select'
import { TextField } from '../../../ui/TextField'
import { complaintOf } from './complaints'
import { withName, withPlace } from './mapEdits'

const PLACES: readonly InputMap['place'][] = ['path', 'query', 'body', 'header']
const LEFT_OUT = 'left-out'

interface InputRowsProps {
  readonly operation: AnyOperation
  readonly map: ApiMap
  readonly issues: readonly string[]
  readonly onChange: (map: ApiMap) => void
}

/** Where each input of an operation goes, and under which name. */
export function InputRows({ operation, ...props }: InputRowsProps) {
  const id = useId()
  const hasBody = Object.values(props.map.inputs).some(({ place }) => place === 'body')
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <div>
        <h3 id={id} className="font-medium">
          {text.inputs}
        </h3>
        <p className="text-sm text-ink-soft">
          {operation.input.length === 0 ? text.noInputs : text.inputsLead}
          {hasBody && ` ${text.nested}`}
        </p>
      </div>
      {operation.input.map((field) => (
        <InputRow key={field.name} field={field} {...props} />
      ))}
    </section>
  )
}

interface InputRowProps extends Omit<InputRowsProps, 'operation'> {
  readonly field: InputField
}

function InputRow({ field, map, issues, onChange }: InputRowProps) {
  const complaintId = useId()
  const { name, isRequired } = field
  const mine = map.inputs[name]
  const complaint = complaintOf(issues, `inputs.${name}`)
  const places = PLACES.filter((place) => place !== 'body' || map.method !== 'GET' || mine?.place === 'body')
  const options = [
    ...places.map((place) => ({ id: place as string, text: text.places[place] })),
    ...(isRequired && mine !== undefined ? [] : [{ id: LEFT_OUT, text: text.leftOut }]),
  ]
  return (
    <div className="flex flex-col gap-1">
      <div className="grid grid-cols-[minmax(0,5fr)_6.5rem_minmax(0,6fr)] items-center gap-2">
        <span className="min-w-0 wrap-anywhere">
          <span className="font-mono select-text">{name}</span>
          {isRequired && <span className="ml-1.5 text-sm text-ink-soft">{text.needed}</span>}
        </span>
        <Select
          label={text.placeOf(name)}
          isLabelHidden
          value={mine?.place ?? LEFT_OUT}
          options={options}
          onChange={(id) => onChange(withPlace(map, name, PLACES.find((place) => place === id) ?? null))}
        />
        {mine === undefined || mine.place === 'path' ? (
          <span className="truncate font-mono text-ink-soft">{mine === undefined ? '' : `{${name}}`}</span>
        ) : (
          <TextField
            label={text.nameOf(name)}
            isLabelHidden
            isMono
            value={mine.name}
            maxLength={200}
            onChange={(typed) => onChange(withName(map, name, typed))}
            complaintId={complaint === null ? undefined : complaintId}
          />
        )}
      </div>
      {complaint !== null && (
        <p id={complaintId} className={fieldLooks.complaint}>
          {complaint}
        </p>
      )}
    </div>
  )
}
