import type { MailboxFacts, UserFacts, WalletFacts } from '../../shared/litemail/facts'
import { claimIn, numberIn, numberOrNull, toClaimOrNull } from './columns'
import { findServers, markKeeping } from './dnsMarks'
import { accountStanding, partKeeping } from './fleetParts'
import type { TakenRows, TakeRows } from './fleetRows'
import {
  amount,
  domainKey,
  domainTable,
  type FactsOf,
  jsonText,
  type ListedNoun,
  mailboxTable,
  subscriptionTable,
  type Table,
  tagTable,
  workspaceTable,
} from './fleetTables'
import type { Sql, SqlValue } from './sql'

const NOTHING: TakenRows = { fresh: 0, changed: 0 }

/** By whom rows are met. */
interface Meeting {
  readonly accountId: string
  readonly workspaceId: string
  readonly pass: number
  readonly at: number
}

const marks = (count: number, from = 1): string =>
  Array.from({ length: count }, (_, index) => `?${index + from}`).join(', ')

/**
 * Takes over what a list shows of one row. A row that says what it said is only stamped; one that was missed or given up
 * is here again, with the note about it.
 */
const rowTaking = <N extends ListedNoun>(sql: Sql, { table, columns, valuesOf }: Table<N>) => {
  const told = ['workspace_id', ...columns]
  const find = sql.prepare(`
    SELECT t.place, t.seen_pass, t.misses = 0 AND t.missed_at IS NULL AND t.gone_at IS NULL AS is_here,
      ${told.map((column, index) => `t.${column} IS ?${index + 3}`).join(' AND ')} AS is_same
    FROM ${table} AS t WHERE t.account_id = ?1 AND t.service_id = ?2`)
  const stamp = sql.prepare(
    `UPDATE ${table} AS t SET seen_pass = max(t.seen_pass, ?2), seen_at = ?3 WHERE t.place = ?1`,
  )
  const bringBack = sql.prepare(
    `UPDATE ${table} AS t SET misses = 0, missed_at = NULL, gone_at = NULL WHERE t.place = ?`,
  )
  const change = sql.prepare(`
    UPDATE ${table} AS t SET ${told.map((column, index) => `${column} = ?${index + 2}`).join(', ')} WHERE t.place = ?1`)
  const insert = sql.prepare(`
    INSERT INTO ${table} (account_id, service_id, seen_pass, seen_at, ${told.join(', ')})
    VALUES (${marks(told.length + 4)})`)

  return ({ accountId, workspaceId, pass, at }: Meeting, facts: FactsOf<N>): TakenRows => {
    const values: readonly SqlValue[] = [workspaceId, ...valuesOf(facts)]
    const row = find.get(accountId, facts.id, ...values)
    const place = numberOrNull(row?.place)
    if (row === undefined || place === null) {
      insert.run(accountId, facts.id, pass, at, ...values)
      return { fresh: 1, changed: 1 }
    }
    const isSame = claimIn(row.is_same)
    if (!isSame) change.run(place, ...values)
    if (!claimIn(row.is_here)) bringBack.run(place)
    stamp.run(place, pass, at)
    return { fresh: numberIn(row.seen_pass) < pass ? 1 : 0, changed: isSame ? 0 : 1 }
  }
}

/**
 * Domains that only mailboxes show: one without an id of the service for each name that no list of domains has shown, or
 * shows any more.
 */
const seenDomainKeeping = (sql: Sql) => {
  const add = sql.prepare(`
    INSERT INTO domains (account_id, workspace_id, name, name_servers, expected_name_servers, other, seen_pass, seen_at)
    SELECT ?1, ?2, ?3, '[]', '[]', '{}', ?4, ?5
    WHERE NOT EXISTS (SELECT 1 FROM domains AS d WHERE d.account_id = ?1 AND d.name = ?3
      AND (d.service_id IS NULL OR d.gone_at IS NULL))`)
  const stamp = sql.prepare(`
    UPDATE domains AS d SET seen_pass = max(d.seen_pass, ?3), seen_at = ?4, gone_at = NULL
    WHERE d.account_id = ?1 AND d.name = ?2 AND d.service_id IS NULL`)
  return ({ accountId, workspaceId, pass, at }: Meeting, mailboxes: readonly MailboxFacts[]): void => {
    const names = new Set(mailboxes.flatMap(({ domain }) => (domain === null ? [] : [domainKey(domain)])))
    for (const name of names) {
      if (add.run(accountId, workspaceId, name, pass, at) === 0) stamp.run(accountId, name, pass, at)
    }
  }
}

/** A domain that mailboxes showed before its list did becomes the one of the list, and stays where it is in every choice. */
const seenDomainJoining = (sql: Sql) => {
  const isKnown = sql.prepare('SELECT 1 FROM domains AS d WHERE d.account_id = ? AND d.service_id = ?')
  // No pass over the list of domains has met it yet.
  const join = sql.prepare(`
    UPDATE domains AS d SET service_id = ?3, seen_pass = 0
    WHERE d.account_id = ?1 AND d.name = ?2 AND d.service_id IS NULL`)
  const drop = sql.prepare(
    'DELETE FROM domains AS d WHERE d.account_id = ? AND d.name = ? AND d.service_id IS NULL',
  )
  return ({ accountId }: Meeting, { id, name }: FactsOf<'domains'>): void => {
    if (isKnown.get(accountId, id)) drop.run(accountId, domainKey(name))
    else join.run(accountId, domainKey(name), id)
  }
}

const walletKeeping = (sql: Sql) => {
  const save = sql.prepare(`
    INSERT INTO wallets (account_id, balance, is_auto_recharging, recharge_below, recharge_by, other, seen_at)
    VALUES (${marks(7)}) ON CONFLICT (account_id) DO UPDATE SET balance = ?2, is_auto_recharging = ?3,
      recharge_below = ?4, recharge_by = ?5, other = ?6, seen_at = ?7`)
  return ({ accountId, at }: Meeting, facts: WalletFacts): void => {
    save.run(
      accountId,
      amount(facts.balance),
      toClaimOrNull(facts.isAutoRecharging),
      amount(facts.rechargeBelow),
      amount(facts.rechargeBy),
      jsonText(facts.other),
      at,
    )
  }
}

const userKeeping = (sql: Sql) => {
  const save = sql.prepare(`
    INSERT INTO users (account_id, service_id, email, name, plan, other, seen_at) VALUES (${marks(7)})
    ON CONFLICT (account_id) DO UPDATE SET service_id = ?2, email = ?3, name = ?4, plan = ?5, other = ?6, seen_at = ?7`)
  return ({ accountId, at }: Meeting, { id, email, name, plan, other }: UserFacts): void => {
    save.run(accountId, id, email, name, plan, jsonText(other), at)
  }
}

const addUp = (counts: readonly TakenRows[]): TakenRows =>
  counts.reduce(
    (sum, { fresh, changed }) => ({ fresh: sum.fresh + fresh, changed: sum.changed + changed }),
    NOTHING,
  )

export const fleetTakingWrites = (sql: Sql) => {
  const isStanding = accountStanding(sql)
  const { keep } = partKeeping(sql)
  const takeMailbox = rowTaking(sql, mailboxTable)
  const takeDomain = rowTaking(sql, domainTable)
  const takeWorkspace = rowTaking(sql, workspaceTable)
  const takeSubscription = rowTaking(sql, subscriptionTable)
  const takeTag = rowTaking(sql, tagTable)
  const noteSeenDomains = seenDomainKeeping(sql)
  const joinSeenDomain = seenDomainJoining(sql)
  const saveWallet = walletKeeping(sql)
  const saveUser = userKeeping(sql)
  const keepMarks = markKeeping(sql)

  const take = (meeting: Meeting, taken: TakeRows['taken']): TakenRows => {
    switch (taken.noun) {
      case 'mailboxes': {
        const counts = taken.rows.map((facts) => takeMailbox(meeting, facts))
        noteSeenDomains(meeting, taken.rows)
        return addUp(counts)
      }
      case 'domains':
        keepMarks(findServers(meeting.accountId, meeting.at, taken.rows))
        return addUp(
          taken.rows.map((facts) => {
            joinSeenDomain(meeting, facts)
            return takeDomain(meeting, facts)
          }),
        )
      case 'workspaces':
        return addUp(taken.rows.map((facts) => takeWorkspace(meeting, facts)))
      case 'subscriptions':
        return addUp(taken.rows.map((facts) => takeSubscription(meeting, facts)))
      case 'tags':
        return addUp(taken.rows.map((facts) => takeTag(meeting, facts)))
      case 'wallet':
        saveWallet(meeting, taken.rows[0])
        return { fresh: 1, changed: 1 }
      case 'user':
        saveUser(meeting, taken.rows[0])
        return { fresh: 1, changed: 1 }
    }
  }

  return {
    /**
     * Keeps what part of a page says, and how far its pass has come, in one transaction. Of an account that was removed
     * meanwhile nothing is kept.
     */
    'fleet.take': ({ part, taken, pass, at }: TakeRows): TakenRows => {
      if (!isStanding(part.accountId)) return NOTHING
      const workspaceId = taken.noun === 'workspaces' ? '' : part.workspaceId
      const counts = take({ accountId: part.accountId, workspaceId, pass, at }, taken)
      const { open } = part
      keep(open === null ? part : { ...part, open: { ...open, met: open.met + counts.fresh } })
      return counts
    },
    /** Keeps rows that were read beside any pass, as what they are about is to be changed. */
    'fleet.takeSeen': ({
      accountId,
      workspaceId,
      taken,
      at,
    }: Omit<Meeting, 'pass'> & Pick<TakeRows, 'taken'>): TakenRows => {
      if (!isStanding(accountId)) return NOTHING
      const of = taken.noun === 'workspaces' ? '' : workspaceId
      return take({ accountId, workspaceId: of, pass: 0, at }, taken)
    },
  }
}
