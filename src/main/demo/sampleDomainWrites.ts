import * as z from 'zod'
import { ids, read, refuse, type SampleApp, sampleName, tell, text } from './sampleAsked'
import type { SampleWorkspace } from './sampleLayout'
import type { SampleDomain, SampleRecord } from './sampleRows'
import type { SampleState } from './sampleState'

const SETTING = z.object({ domainIds: ids })
const MISSING = 'Domain not found'

/** What a setting of several domains makes of each of them. */
type Facts = Partial<Pick<SampleDomain, 'dmarcEmail' | 'forwardTo' | 'forwardingEmail' | 'catchAllEmail'>>

interface Setting {
  readonly domainIds: readonly string[]
  readonly to: Facts
}

const email = SETTING.extend({ email: sampleName })
const settings = {
  '/domains/dmarc': email.transform((sent) => ({ ...sent, to: { dmarcEmail: sent.email } })),
  '/domains/forwarding': SETTING.extend({ forwardTo: sampleName }).transform((sent) => ({
    ...sent,
    to: { forwardTo: sent.forwardTo },
  })),
  '/domains/email-forwarding': email.transform((sent) => ({ ...sent, to: { forwardingEmail: sent.email } })),
  '/domains/catch-all': email.transform((sent) => ({ ...sent, to: { catchAllEmail: sent.email } })),
} satisfies Readonly<Record<string, z.ZodType<Setting>>>
const removals: Readonly<Record<string, Facts>> = {
  '/domains/forwarding': { forwardTo: null },
  '/domains/email-forwarding': { forwardingEmail: null },
  '/domains/catch-all': { catchAllEmail: null },
}

const isDmarc = ({ recordType, host }: SampleRecord): boolean => recordType === 'TXT' && host === '_dmarc'

/** What is written about domains: which there are, what they forward, and their records. */
export function addDomainWrites(app: SampleApp, state: SampleState): void {
  const set = (workspace: SampleWorkspace, domainIds: readonly string[], to: Facts) => {
    const results = domainIds.map((domainId) => {
      const domain = state.findDomain(workspace, domainId)
      if (domain === null) return { domainId, success: false, message: MISSING }
      state.changeDomain(domain, to)
      const { dmarcEmail } = to
      if (typeof dmarcEmail === 'string') {
        const value = `v=DMARC1; p=none; rua=mailto:${dmarcEmail}`
        const record = { id: `record-new-${state.nextNumber()}`, recordType: 'TXT', host: '_dmarc', value }
        const others = state.recordsOf(domain).filter((one) => !isDmarc(one))
        state.setRecords(domain, [...others, { ...record, ttl: 3_600, domainId }])
      }
      return { domainId, success: true, message: 'Done' }
    })
    const failedCount = results.filter(({ success }) => !success).length
    return { successCount: results.length - failedCount, failedCount, results }
  }

  for (const [path, schema] of Object.entries<z.ZodType<Setting>>(settings)) {
    app.post(path, async (c) => {
      const body = await read(c, schema)
      if ('refusal' in body) return body.refusal
      const { domainIds, to } = body.sent
      return tell(c, 'Domains updated successfully', set(c.get('workspace'), domainIds, to))
    })
  }
  for (const [path, to] of Object.entries(removals)) {
    app.delete(path, async (c) => {
      const body = await read(c, SETTING)
      if ('refusal' in body) return body.refusal
      return tell(c, 'Domains updated successfully', set(c.get('workspace'), body.sent.domainIds, to))
    })
  }

  app.post('/domains/connect', async (c) => {
    const body = await read(c, z.object({ domainNames: z.array(sampleName).min(1).max(200) }))
    if ('refusal' in body) return body.refusal
    const results = body.sent.domainNames.map((domainName) => {
      if (state.isNameTaken(domainName)) {
        return { domainName, success: false, message: 'Domain is connected already' }
      }
      state.addDomain(c.get('workspace'), domainName, 1)
      return { domainName, success: true, message: 'Connected' }
    })
    const successCount = results.filter(({ success }) => success).length
    return tell(c, `${successCount} of ${results.length} domains connected`, {
      ...{ successCount, failedCount: results.length - successCount, results },
    })
  })

  app.delete('/domains/:id', (c) => {
    const found = state.findDomain(c.get('workspace'), c.req.param('id'))
    if (found === null) return refuse(c, 404, MISSING)
    if (found.assignedMailboxesCount !== '0') return refuse(c, 409, 'Domain has mailboxes')
    state.removeDomain(found)
    return tell(c, 'Domain removed successfully', null)
  })

  const recordBody = z.object({
    ...{ domainId: text, recordType: text, host: text, value: text },
    ...{ ttl: z.int().min(1).max(604_800).optional(), priority: z.int().min(0).max(65_535).optional() },
  })
  const told = ({ ttl, priority, ...record }: z.output<typeof recordBody>) => ({
    ...record,
    ...(ttl === undefined ? {} : { ttl }),
    ...(priority === undefined ? {} : { priority }),
  })

  app.post('/dns', async (c) => {
    const body = await read(c, recordBody)
    if ('refusal' in body) return body.refusal
    const domain = state.findDomain(c.get('workspace'), body.sent.domainId)
    if (domain === null) return refuse(c, 404, MISSING)
    const record = { ttl: 3_600, ...told(body.sent), id: `record-new-${state.nextNumber()}` }
    state.setRecords(domain, [...state.recordsOf(domain), record])
    return tell(c, 'DNS record created successfully', record)
  })

  app.put('/dns/:id', async (c) => {
    const body = await read(c, recordBody)
    if ('refusal' in body) return body.refusal
    const domain = state.findDomain(c.get('workspace'), body.sent.domainId)
    if (domain === null) return refuse(c, 404, MISSING)
    const all = state.recordsOf(domain)
    const found = all.find(({ id }) => id === c.req.param('id'))
    if (found === undefined) return refuse(c, 404, 'DNS record not found')
    const record = { ...found, ...told(body.sent) }
    state.setRecords(
      domain,
      all.map((one) => (one.id === found.id ? record : one)),
    )
    return tell(c, 'DNS record updated successfully', record)
  })

  app.delete('/dns/:id', (c) => {
    const domain = state.findDomain(c.get('workspace'), c.req.query('domainId') ?? '')
    if (domain === null) return refuse(c, 404, MISSING)
    const all = state.recordsOf(domain)
    const left = all.filter(({ id }) => id !== c.req.param('id'))
    if (left.length === all.length) return refuse(c, 404, 'DNS record not found')
    state.setRecords(domain, left)
    return tell(c, 'DNS record deleted successfully', null)
  })
}
