import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { goldenOperations } from '../../support/litemail/golden'
import { type Litemail, startLitemail } from '../../support/litemail/server'

let litemail: Litemail

beforeEach(async () => {
  litemail = await startLitemail()
})
afterEach(() => litemail.close())

describe('a Litemail that nobody told anything', () => {
  it.each(goldenOperations)('answers $id with its golden example', async ({ method, request, answer }) => {
    const response = await fetch(litemail.origin + request.target, {
      method,
      headers: request.headers,
      ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
    })

    expect(response.status).toBe(answer.status)
    expect(await response.json()).toEqual(answer.body)
  })
})
