import { type Answer, jsonAnswer } from '../loopback/answer'

/** One entry of `details` in a refusal: where in the request, and what is wrong there. */
export interface Detail {
  readonly path: readonly (string | number)[]
  readonly message: string
}

/** `{"success":true,"data":…}`. */
export const succeeded = (status: number, data: unknown): Answer =>
  jsonAnswer(status, { success: true, data })

/** `{"success":false,"error":"…"}`, with `details` where there are any. */
export const refused = (status: number, error: string, details?: readonly Detail[]): Answer =>
  jsonAnswer(status, { success: false, error, ...(details && { details }) })
