import * as z from 'zod'
import { ids, read, refuse, type SampleApp, type SampleAsked, sampleName, tell, text } from './sampleAsked'
import type { SampleState } from './sampleState'

/** As the read of webhooks shows them. */
interface Webhook {
  readonly id: string
}
const isWebhook = (value: unknown): value is Webhook =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'

/** What is written about workspaces, tags, exports, webhooks and Cloudflare. */
export function addOtherWrites(app: SampleApp, state: SampleState): void {
  app.post('/workspaces', async (c) => {
    const body = await read(c, z.object({ name: text }))
    if ('refusal' in body) return body.refusal
    const workspace = { id: state.newId('w'), name: body.sent.name }
    const nothing = { from: 0, to: 0 }
    const place = state.workspaces.length
    state.workspaces.push({ ...workspace, place, domains: nothing, mailboxes: nothing })
    return tell(c, 'Workspace created successfully', workspace)
  })

  app.put('/workspaces/:id', async (c) => {
    const body = await read(c, z.object({ name: text }))
    if ('refusal' in body) return body.refusal
    const { name } = body.sent
    const place = state.workspaces.findIndex(({ id }) => id === c.req.param('id'))
    const found = state.workspaces[place]
    if (found === undefined) return refuse(c, 404, 'Workspace not found')
    state.workspaces[place] = { ...found, name }
    return tell(c, 'Workspace updated successfully', { id: found.id, name })
  })

  const tag = z.object({ name: text, color: text.regex(/^#[0-9a-f]{6}$/i) })

  app.post('/tags', async (c) => {
    const body = await read(c, tag)
    if ('refusal' in body) return body.refusal
    const made = { id: state.newId('t'), ...body.sent }
    state.tagsOf(c.get('workspace')).push(made)
    return tell(c, 'Tag created successfully', made)
  })

  /** A tag of whichever workspace: its id says which. */
  const tagsWith = (id: string) =>
    state.workspaces.map(state.tagsOf).find((tags) => tags.some((one) => one.id === id))

  app.put('/tags/:id', async (c) => {
    const body = await read(c, tag)
    if ('refusal' in body) return body.refusal
    const id = c.req.param('id')
    const tags = tagsWith(id)
    if (tags === undefined) return refuse(c, 404, 'Tag not found')
    const after = { id, ...body.sent }
    tags.splice(0, tags.length, ...tags.map((one) => (one.id === id ? after : one)))
    return tell(c, 'Tag updated successfully', after)
  })

  app.delete('/tags/:id', (c) => {
    const id = c.req.param('id')
    const tags = tagsWith(id)
    if (tags === undefined) return refuse(c, 404, 'Tag not found')
    tags.splice(0, tags.length, ...tags.filter((one) => one.id !== id))
    return tell(c, 'Tag deleted successfully', null)
  })

  const note = (c: SampleAsked, apps: readonly string[], mailboxCount: number, status: string) => {
    for (const app of apps) {
      const id = `export-new-${state.nextNumber()}`
      const line = { id, app, status, mailboxCount, createdAt: state.moment(), completedAt: null }
      state.list('exportHistory', c.get('workspace')).unshift(line)
    }
  }

  app.post('/exports/mailboxes', async (c) => {
    const body = await read(c, z.object({ apps: z.array(text).min(1).max(10), ids }))
    if ('refusal' in body) return body.refusal
    note(c, body.sent.apps, body.sent.ids.length, 'IN_PROGRESS')
    return tell(c, 'Export started. You will be notified when it is done.', null)
  })

  app.post('/connect-inbox', async (c) => {
    const body = await read(c, z.object({ app: text, ids }))
    if ('refusal' in body) return body.refusal
    note(c, [body.sent.app], body.sent.ids.length, 'IN_PROGRESS')
    return tell(c, 'Inboxes are being connected', null)
  })

  app.post('/export-history', async (c) => {
    const body = await read(c, z.object({ app: text, mailboxIds: ids, status: text }))
    if ('refusal' in body) return body.refusal
    const { app: platform, mailboxIds, status } = body.sent
    note(c, [platform], mailboxIds.length, status)
    return tell(c, 'Export history record created successfully', { app: platform, status })
  })

  const login = z.object({ app: text, email: text, password: text })
  app.post('/exports/accounts/third-party', async (c) => {
    const body = await read(c, login)
    if ('refusal' in body) return body.refusal
    const { app: platform, email } = body.sent
    const id = state.keepLogin(platform, email)
    return tell(c, 'Third party account added successfully', { id, app: platform, email })
  })

  app.put('/exports/accounts/third-party', async (c) => {
    const body = await read(c, login.extend({ accountId: text.optional() }))
    if ('refusal' in body) return body.refusal
    const { app: platform, email } = body.sent
    const id = state.keepLogin(platform, email)
    return tell(c, 'Third party account updated successfully', { id, app: platform, email })
  })

  app.post('/webhooks', async (c) => {
    const body = await read(c, z.object({ url: sampleName, events: z.array(text).min(1).max(50) }))
    if ('refusal' in body) return body.refusal
    const hook = { id: `webhook-new-${state.nextNumber()}`, ...body.sent, isActive: true }
    state.list('webhooks', c.get('workspace')).push(hook)
    return tell(c, 'Webhook registered successfully', hook)
  })

  app.delete('/webhooks/:id', (c) => {
    const id = c.req.param('id')
    const lists = state.workspaces.map((workspace) => state.list('webhooks', workspace))
    const found = lists.find((list) => list.some((one) => isWebhook(one) && one.id === id))
    if (found === undefined) return refuse(c, 404, 'Webhook not found')
    found.splice(0, found.length, ...found.filter((one) => !isWebhook(one) || one.id !== id))
    return tell(c, 'Webhook deleted successfully', null)
  })

  const cloudflare = z.object({
    ...{ email: sampleName.optional(), apiKey: text.optional(), accountId: text.optional() },
    domainName: sampleName.optional(),
  })
  app.post('/cloudflare-credentials', async (c) => {
    const body = await read(c, cloudflare)
    if ('refusal' in body) return body.refusal
    const { domainName, email, apiKey, accountId } = body.sent
    const workspace = c.get('workspace')
    if (email !== undefined && apiKey !== undefined && accountId !== undefined) {
      state.keepCloudflare(workspace, { email, apiKey, accountId })
    } else if (domainName === undefined) {
      return refuse(c, 400, 'Invalid email, apiKey or accountId')
    }
    if (domainName !== undefined && !state.connectZone(workspace, domainName)) {
      return refuse(c, 404, 'Zone not found')
    }
    const message = 'Cloudflare credentials saved successfully.'
    return c.json({ success: true, message, data: state.cloudflareOf(workspace) })
  })
}
