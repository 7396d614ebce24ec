import type { ActivityView } from '../../shared/activity'
import { operations } from '../../shared/litemail/operations'
import { writeWordsOf } from '../../shared/text/writes'
import { IS_LIVE, IS_WAITING_HERE, isAddressOverdue, isOverdue } from './attention'
import { IS_UNDONE } from './jobs'

/** Every row is wanted. */
export const wholeActivity: ActivityView = {
  ...{ search: '', kinds: [], outcomes: [], accountIds: [], isAttention: false },
}

/** `%` and `_` stand for themselves. */
const likeOf = (word: string): string => `%${word.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`

/** The operations whose words have this one. */
const operationsWith = (word: string): string[] => {
  const wanted = word.toLowerCase()
  return operations
    .filter(({ id, titles }) =>
      [id, writeWordsOf(id)?.name ?? '', ...titles].some((text) => text.toLowerCase().includes(wanted)),
    )
    .map(({ id }) => id)
}

const orNull = (values: readonly string[]): string | null =>
  values.length === 0 ? null : JSON.stringify(values)

/** The parameters of the conditions below, in their order, `now` last. */
export const activityValues = (view: ActivityView, now: number) => {
  const words = view.search.trim().split(/\s+/).filter(Boolean)
  return [
    words.length === 0
      ? null
      : JSON.stringify(words.map((word) => ({ like: likeOf(word), operations: operationsWith(word) }))),
    orNull(view.kinds),
    orNull(view.outcomes),
    orNull(view.accountIds),
    view.isAttention ? 1 : 0,
    now,
  ] as const
}

const hasWords = (...texts: readonly string[]): string => `(?1 IS NULL OR NOT EXISTS (
  SELECT 1 FROM json_each(?1) AS w WHERE NOT (${[
    ...texts.map((text) => `ifnull(${text} LIKE json_extract(w.value, '$.like') ESCAPE '\\', 0)`),
  ].join(' OR ')})))`
const isKind = (kind: string): string => `(?2 IS NULL OR ${kind} IN (SELECT value FROM json_each(?2)))`
const isOutcome = (outcome: string): string =>
  `(?3 IS NULL OR ${outcome} IN (SELECT value FROM json_each(?3)))`
const isOf = (account: string): string => `(?4 IS NULL OR ${account} IN (SELECT value FROM json_each(?4)))`
const isAttention = (attention: string): string => `(?5 = 0 OR ${attention})`

/** How a row of `job_rows AS r` stands for its reader. */
export const OUTCOME = `CASE WHEN r.state = 'done' AND r.evidence = 'answer' AND r.confirmed_at IS NULL
  THEN 'accepted' WHEN ${IS_UNDONE} THEN 'undone' ELSE r.state END`

/** Its user is asked to look at it: of `job_rows AS r` and `jobs AS b`. */
export const IS_ATTENTION = `((${isOverdue('?6')} OR ${IS_WAITING_HERE}) AND ${IS_LIVE})`

const all = (...conditions: readonly string[]): string => conditions.join(' AND ')

/** Which rows of each source are wanted. */
export const activityMatch = {
  journal: all(
    hasWords('j.email'),
    isKind("'address.create'"),
    isOutcome('j.state'),
    isOf('j.account_id'),
    isAttention(isAddressOverdue('?6')),
  ),
  doings: all(
    hasWords('d.email'),
    isKind('d.kind'),
    isOutcome("'done'"),
    isOf('d.account_id'),
    isAttention('0'),
  ),
  // What was found missing has no ending and no one account.
  losses: all(
    hasWords('l.losses'),
    isKind("'domains.lost'"),
    isOutcome('NULL'),
    isOf('NULL'),
    isAttention('0'),
  ),
  writes: all(
    `(?1 IS NULL OR NOT EXISTS (SELECT 1 FROM json_each(?1) AS w WHERE NOT (
      ifnull(r.name LIKE json_extract(w.value, '$.like') ESCAPE '\\', 0)
      OR r.inputs LIKE json_extract(w.value, '$.like') ESCAPE '\\'
      OR b.operation IN (SELECT o.value FROM json_each(w.value, '$.operations') AS o))))`,
    isKind("'write'"),
    isOutcome(OUTCOME),
    isOf('b.account_id'),
    isAttention(IS_ATTENTION),
  ),
} as const
