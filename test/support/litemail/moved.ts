import { type Answer, jsonAnswer } from '../loopback/answer'
import type { Reply, Served, ServedRequest } from '../loopback/served'
import { type Loopback, startLoopback } from '../loopback/server'
import { BASE_PATH } from './golden'
import { LITEMAIL_KEY } from './server'
import { LitemailService } from './service'

const GUESSED = `${BASE_PATH}/domains`
const MOVED = `${BASE_PATH}/registry/names`

/** What the documentation of this service shows for its list of domains. */
export const MOVED_SAMPLE = [
  'curl --request GET \\',
  "  --url 'https://api.other.example/v1/registry/names?pg=1&per_page=10&zq=acme' \\",
  "  --header 'accept: application/json' \\",
  "  --header 'x-api-key: lm_live_key_of_the_documentation'",
].join('\n')

interface Listed {
  readonly data: { readonly domains: readonly unknown[]; readonly totalSearchedCount: number }
}

/** Litemail, but its domains are listed elsewhere, by inputs of other names, and answered elsewhere in the body. */
class MovedService implements Served {
  readonly litemail = new LitemailService()
  readonly wrongShape = { anything: 42 }

  refuse(status: number, message: string): Answer {
    return this.litemail.refuse(status, message)
  }

  handle(request: ServedRequest, how: { readonly commit: boolean }): Reply {
    if (request.path === GUESSED) {
      return { answer: this.refuse(404, `Cannot ${request.method} ${request.path}`), created: null }
    }
    if (request.path !== MOVED || request.method !== 'GET') return this.litemail.handle(request, how)
    const { pg, per_page: size, zq } = request.query
    const query = {
      ...(pg === undefined ? {} : { page: pg }),
      ...(size === undefined ? {} : { limit: size }),
      ...(zq === undefined ? {} : { contains: zq }),
    }
    const reply = this.litemail.handle({ ...request, path: GUESSED, query }, how)
    if (reply.answer.status !== 200) return reply
    // The service of the tests writes it.
    const { data } = JSON.parse(String(reply.answer.body)) as Listed
    const body = { result: { names: data.domains }, paging: { count: data.totalSearchedCount } }
    return { ...reply, answer: jsonAnswer(200, body) }
  }
}

/** Starts such a service. `server`: what "Server address" wants. */
export async function startMoved(domains: number, mailboxes: number): Promise<Loopback & { server: string }> {
  const service = new MovedService()
  service.litemail.addUser({
    id: 'anna',
    keys: [LITEMAIL_KEY],
    holds: { workspaces: ['Acme'], domains, mailboxes },
  })
  const loopback = await startLoopback(service, {}, () => service.litemail.delays())
  return { ...loopback, server: `${loopback.origin}${BASE_PATH}` }
}
