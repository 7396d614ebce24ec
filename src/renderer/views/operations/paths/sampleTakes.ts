import type { DroppedPart, ReadSample } from '../../../../shared/apiFile'
import type { ApiMap, InputMap } from '../../../../shared/apiMap'
import type { AnyOperation } from '../../../../shared/litemail/operation'
import { samplesText } from '../../../../shared/text/window/apiSamples'

/** What an input that a sample does not show may be sent as. */
export interface Take {
  readonly id: string
  readonly words: string
  /** Null: it is not sent. */
  readonly input: InputMap | null
  /** The step of the path that it takes the place of. */
  readonly step: string | null
}

type Placed = DroppedPart & { readonly what: InputMap['place'] }

/** Every sample has these, and they are no inputs. */
const isOrdinary = ({ what, name }: DroppedPart): boolean =>
  what === 'header' && /^(?:accept|content-type|user-agent)$/i.test(name)

const isPlaced = (part: DroppedPart): part is Placed =>
  (part.what === 'query' || part.what === 'body' || part.what === 'header' || part.what === 'path') &&
  !isOrdinary(part)

/** What the sample has and no input was found for, what the input is sent as anyway, or nothing. */
export function takesOf(
  input: string,
  { input: fields }: AnyOperation,
  { map, dropped }: ReadSample,
): readonly Take[] {
  const isRequired = fields.some(({ name, isRequired }) => name === input && isRequired)
  const kept = map.inputs[input]
  const { places } = samplesText
  return [
    ...dropped.filter(isPlaced).map(
      ({ what, name }): Take => ({
        id: `${what} ${name}`,
        words: `${places[what]}: ${what === 'path' ? `{${name}}` : name}`,
        input: { place: what, name: what === 'path' ? input : name },
        step: what === 'path' ? name : null,
      }),
    ),
    ...(kept === undefined
      ? []
      : [
          {
            id: 'kept',
            words: samplesText.kept(`${places[kept.place]}: ${kept.name}`),
            input: kept,
            step: null,
          },
        ]),
    ...(isRequired && kept !== undefined
      ? []
      : [{ id: 'left-out', words: samplesText.leftOut, input: null, step: null }]),
  ]
}

/** Whether an input is sent so. */
export function isTaken(map: ApiMap, input: string, take: Take): boolean {
  const now = map.inputs[input]
  if (now === undefined || take.input === null) return now === undefined && take.input === null
  return now.place === take.input.place && now.name === take.input.name
}

/** Has an input sent so. */
export function withTake(map: ApiMap, input: string, { input: placed, step }: Take): ApiMap {
  const { [input]: _before, ...others } = map.inputs
  const path = step === null ? map.path : map.path.replace(`{${step}}`, `{${input}}`)
  return { ...map, path, inputs: placed === null ? others : { ...others, [input]: placed } }
}
