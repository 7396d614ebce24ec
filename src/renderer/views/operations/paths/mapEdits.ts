import type { ApiMap, InputMap } from '../../../../shared/apiMap'
import type { AnyOperation, InputField } from '../../../../shared/litemail/operation'
import { isReading } from '../../../../shared/litemail/operations'

/** The methods that an operation may be asked with: what it does stays what it is. */
export function methodsOf(operation: AnyOperation, now: ApiMap['method']): readonly ApiMap['method'][] {
  const fit: readonly ApiMap['method'][] = isReading(operation)
    ? ['GET', 'POST']
    : operation.effect === 'destructive'
      ? ['POST', 'PUT', 'PATCH', 'DELETE']
      : ['POST', 'PUT', 'PATCH']
  return fit.includes(now) ? fit : [...fit, now]
}

/** Asked with another method: inputs cannot stay in the body of a GET, and only a POST can be said to only read. */
export function withMethod(map: ApiMap, method: ApiMap['method']): ApiMap {
  const moved = (input: InputMap): InputMap =>
    method === 'GET' && input.place === 'body' ? { ...input, place: 'query' } : input
  return {
    ...map,
    method,
    inputs: Object.fromEntries(Object.entries(map.inputs).map(([name, input]) => [name, moved(input)])),
    isReadingPost: method === 'POST' && map.isReadingPost,
  }
}

const braces = (input: string) => `{${input}}`

/** Asked at another path: the inputs that stand in it in braces go there. */
export function withPath(map: ApiMap, path: string, inputs: readonly InputField[]): ApiMap {
  const named = inputs.filter(({ name }) => path.includes(braces(name)))
  const places = named.map(({ name }): [string, InputMap] => [name, { place: 'path', name }])
  return { ...map, path, inputs: { ...map.inputs, ...Object.fromEntries(places) } }
}

/** An input goes elsewhere; null: it is not sent. What goes into the path or leaves it is written there, too. */
export function withPlace(map: ApiMap, input: string, place: InputMap['place'] | null): ApiMap {
  const { [input]: before, ...others } = map.inputs
  const step = braces(input)
  const path =
    place === 'path'
      ? map.path.includes(step)
        ? map.path
        : `${map.path.replace(/\/+$/, '')}/${step}`
      : before?.place === 'path'
        ? map.path.replace(`/${step}`, '')
        : map.path
  if (place === null) return { ...map, path, inputs: others }
  const name = place === 'path' || before === undefined ? input : before.name
  return { ...map, path, inputs: { ...map.inputs, [input]: { place, name } } }
}

/** The service calls an input so. */
export function withName(map: ApiMap, input: string, name: string): ApiMap {
  const before = map.inputs[input]
  return before === undefined ? map : { ...map, inputs: { ...map.inputs, [input]: { ...before, name } } }
}
