/** One HTTP answer of the service, before it meets the network. */
export interface Answer {
  readonly status: number
  /** Header names in any case. `content-length` is added when the answer is sent. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** One entry of `details` in a refusal: where in the request, and what is wrong there. */
export interface Detail {
  readonly path: readonly (string | number)[]
  readonly message: string
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' }

/** `{"success":true,"data":…}`. */
export const succeeded = (status: number, data: unknown): Answer => ({
  status,
  headers: JSON_TYPE,
  body: JSON.stringify({ success: true, data }),
})

/** `{"success":false,"error":"…"}`, with `details` where there are any. */
export const refused = (status: number, error: string, details?: readonly Detail[]): Answer => ({
  status,
  headers: JSON_TYPE,
  body: JSON.stringify({ success: false, error, ...(details && { details }) }),
})

/** The same answer with more headers. */
export const withHeaders = (answer: Answer, headers: Readonly<Record<string, string>>): Answer => ({
  ...answer,
  headers: { ...answer.headers, ...headers },
})
