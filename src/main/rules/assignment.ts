import type { AssignedRow, AssignmentField, AssignmentProblem } from '../../shared/assignment'
import { isRoleName, isUsername, nameBy, splitName } from './mailboxName'

/** Above so many mailboxes, providers of mail grow wary of a domain. */
export const MOST_ON_A_DOMAIN = 5

/** A domain of the account, as Mailroom has read it. */
export interface AssignableDomain {
  readonly name: string
  /** Null: no list of domains showed it. */
  readonly serviceId: string | null
  readonly workspaceId: string
  readonly workspaceName: string | null
  /** How many mailboxes of it are known; null: they were not read. */
  readonly mailboxes: number | null
}

export type AssignmentTexts = Readonly<Partial<Record<AssignmentField, string>>>

/** A row, and where it is to be assigned; null where something stands against that. */
export interface JudgedRow extends AssignedRow {
  readonly home: AssignableDomain | null
}

export interface AssignmentRules {
  readonly domains: readonly AssignableDomain[]
  /** What makes a user name where the list has none. */
  readonly pattern: string
  /** Of rows that name none; '' where there is none. */
  readonly domain: string
}

const fold = (text: string): string => text.trim().toLowerCase()

/** What a row asks for. An address says user name and domain; what a column of its own says goes before that. */
function wishIn(texts: AssignmentTexts, { pattern, domain }: AssignmentRules) {
  const at = (texts.address ?? '').lastIndexOf('@')
  const [local, host] =
    at < 0
      ? [texts.address ?? '', '']
      : [texts.address?.slice(0, at) ?? '', texts.address?.slice(at + 1) ?? '']
  const whole = splitName(texts.name ?? '')
  const person = {
    firstName: (texts.firstName ?? '').trim() || whole.firstName,
    lastName: (texts.lastName ?? '').trim() || whole.lastName,
  }
  const said = fold(texts.username ?? '') || fold(local)
  return {
    ...person,
    said,
    drawn: said === '' ? nameBy(pattern, person) : null,
    domain: fold(texts.domain ?? '') || fold(host) || fold(domain),
    workspace: fold(texts.workspace ?? ''),
  }
}

/** Where a domain of this name is: in one workspace, or in the one that is named with it. */
function homeOf(
  domains: ReadonlyMap<string, readonly AssignableDomain[]>,
  name: string,
  workspace: string,
): AssignableDomain | AssignmentProblem {
  if (name === '') return 'no-domain'
  const found = domains.get(name) ?? []
  const named =
    workspace === ''
      ? found
      : found.filter(
          ({ workspaceName, workspaceId }) =>
            fold(workspaceName ?? '') === workspace || fold(workspaceId) === workspace,
        )
  const listed = named.filter(({ serviceId }) => serviceId !== null)
  const [only, another] = listed
  if (another !== undefined) return 'several-workspaces'
  if (only !== undefined) return only
  return named.length > 0 ? 'domain-without-id' : 'unknown-domain'
}

/** Why a user name cannot be; null where it can. One that is made of a name cannot be without that name. */
function usernameProblem(
  { said, drawn }: ReturnType<typeof wishIn>,
  isNamed: boolean,
): AssignmentProblem | null {
  if (drawn === null) return isUsername(said) ? null : 'username'
  if (!isNamed) return null
  if (drawn.hasUnknown) return 'not-latin'
  if (drawn.username === '') return 'no-username'
  return isUsername(drawn.username) ? null : 'username'
}

/**
 * Reads one row of a list after another as a new mailbox, and names everything that stands against it. Nothing is known here
 * of what the account has; see `judgeKnown`.
 */
export function judgeAssignment(
  lines: readonly { readonly line: number; readonly texts: AssignmentTexts }[],
  rules: AssignmentRules,
): JudgedRow[] {
  const domains = new Map<string, AssignableDomain[]>()
  for (const each of rules.domains)
    domains.set(fold(each.name), [...(domains.get(fold(each.name)) ?? []), each])
  const seen = new Set<string>()
  return lines.map(({ line, texts }) => {
    const wish = wishIn(texts, rules)
    const { firstName, lastName, drawn } = wish
    const username = drawn?.username ?? wish.said
    const home = homeOf(domains, wish.domain, wish.workspace)
    const nameProblem = usernameProblem(wish, firstName !== '' && lastName !== '')
    const email = `${username}@${wish.domain}`
    const isTwice = username !== '' && seen.has(email)
    const problems: (AssignmentProblem | null)[] = [
      firstName === '' ? 'no-first-name' : null,
      lastName === '' ? 'no-last-name' : null,
      nameProblem,
      typeof home === 'string' ? home : null,
      isTwice ? 'twice' : null,
    ]
    const against = problems.filter((problem) => problem !== null)
    if (username !== '') seen.add(email)
    return {
      ...{ line, firstName, lastName, username, domain: wish.domain, problems: against },
      workspaceName: typeof home === 'string' ? null : home.workspaceName,
      warnings: [
        ...(drawn?.isLatinised === true && nameProblem === null ? (['latinised'] as const) : []),
        ...(isRoleName(username) ? (['role'] as const) : []),
      ],
      home: typeof home === 'string' ? null : home,
    }
  })
}

/** What is known of the account's addresses, in lower case. */
export interface KnownAddresses {
  /** Those that its lists show. */
  readonly listed: ReadonlySet<string>
  /** Those that were sent, or may have been, and that no list shows yet. */
  readonly sent: ReadonlySet<string>
}

/**
 * The same rows with what the account has: addresses that are there or were sent before, domains that become crowded, and
 * domains of which nobody knows. A row without a home, or with a problem, counts for no domain.
 */
export function judgeKnown(rows: readonly JudgedRow[], { listed, sent }: KnownAddresses) {
  const judged = rows.map((row): JudgedRow => {
    const email = `${row.username}@${row.domain}`
    const problem = listed.has(email) ? 'known' : sent.has(email) ? 'sent' : null
    return problem === null ? row : { ...row, problems: [...row.problems, problem] }
  })
  const counts = new Map<AssignableDomain, number>()
  for (const { home, problems } of judged) {
    if (home === null || problems.length > 0) continue
    counts.set(home, (counts.get(home) ?? home.mailboxes ?? 0) + 1)
  }
  const isCrowded = (home: AssignableDomain) => (counts.get(home) ?? 0) > MOST_ON_A_DOMAIN
  return {
    rows: judged.map((row): JudgedRow => {
      const { home } = row
      if (home === null || row.problems.length > 0) return row
      return {
        ...row,
        warnings: [
          ...row.warnings,
          ...(isCrowded(home) ? (['crowded'] as const) : []),
          ...(home.mailboxes === null ? (['unread'] as const) : []),
        ],
      }
    }),
    crowded: [...counts].flatMap(([home, count]) => (isCrowded(home) ? [{ domain: home.name, count }] : [])),
  }
}
