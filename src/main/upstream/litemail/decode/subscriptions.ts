import type { SubscriptionFacts } from '../../../../shared/litemail/facts'
import { ok, type Result } from '../../../../shared/result'
import type { BodyProblem } from '../../../rules/outcome'
import { inDollars } from '../dollars'
import { below, misshapen } from '../envelope'
import type { Row } from '../fields'
import { listOf } from '../rows'
import { decodeTable } from '../table'

function decodeSubscription(row: Row): Result<SubscriptionFacts, BodyProblem> {
  const id = row.id('id', '_id') ?? row.id('subscriptionId')
  if (id === null) return misshapen(below(row.place, 'id'))
  const facts = {
    id,
    status: row.text('subscriptionStatus', 'status'),
    plan: row.text('plan'),
    mailboxCount: row.count('totalMailboxQuantity'),
    periodStart: row.moment('periodStart'),
    periodEnd: row.moment('periodEnd'),
  }
  const price = row.number('price')
  return ok({ ...facts, ...inDollars({ price }, row.others()) })
}

export const subscriptions = {
  'subscriptions.list': listOf(['subscriptions'], decodeSubscription),
  'subscriptions.cancel': decodeTable,
  'subscriptions.upgrade': decodeTable,
}
