import type { ApiMap } from './apiMap'

/** Whether two maps have an operation asked alike. */
export const isSameMap = (one: ApiMap, other: ApiMap): boolean => canonical(one) === canonical(other)

const canonical = ({ inputs, ...map }: ApiMap): string =>
  JSON.stringify([
    ...Object.entries(map).sort(([one], [other]) => (one < other ? -1 : 1)),
    Object.entries(inputs)
      .map(([input, { place, name }]) => [input, place, name])
      .sort(([one = ''], [other = '']) => (one < other ? -1 : 1)),
  ])
