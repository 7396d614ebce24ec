import { LITEMAIL_KEY, type Litemail } from '../../support/litemail/server'

export interface Question {
  readonly method?: string
  readonly key?: string | null
  readonly token?: string
  readonly workspace?: string
  readonly body?: unknown
}

/** Asks a path below the base, with the default key where no other is given. */
export const ask = (litemail: Litemail, path: string, question: Question = {}): Promise<Response> => {
  const { method = 'GET', token, key = token === undefined ? LITEMAIL_KEY : null, workspace, body } = question
  return fetch(litemail.server + path, {
    method,
    redirect: 'manual',
    headers: {
      ...(key !== null && { 'x-api-key': key }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(workspace !== undefined && { 'x-workspace-key': workspace }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}

/** The same, and what came: status and JSON. */
export const asked = async (litemail: Litemail, path: string, question: Question = {}) => {
  const response = await ask(litemail, path, question)
  // Whoever asks says what it must be.
  const body = (await response.json()) as { readonly message: string; readonly data: never }
  return { status: response.status, body, data: body.data, headers: response.headers }
}
