import type { FilledInputs } from '../../shared/operationAnswer'

/** Inputs as one text: the same for the same inputs, in whatever order they were filled in. */
export const writeInputs = (inputs: FilledInputs): string =>
  JSON.stringify(Object.fromEntries(Object.entries(inputs).sort(([one], [other]) => (one < other ? -1 : 1))))
