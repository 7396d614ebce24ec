import type { AppError } from '../../../shared/errors'
import { explain } from '../../../shared/text/errors'
import { inputText } from '../../../shared/text/platforms'
import { type PlanIssue, planIssue, planText as text } from '../../../shared/text/window/plan'
import { makePlan, type Proposal } from '../../state/planning'
import { Alarm } from '../../ui/Alarm'
import { Button } from '../../ui/Button'
import { Problem } from '../../ui/Problem'
import { namingInput } from './rowValues'

interface PlanProblemProps {
  readonly error: AppError
  readonly operation: string
  readonly accountId: string | null
  readonly proposal: Proposal | null
  readonly title: string
}

/** So many things that stand against a wish are named. */
const MOST_ISSUES = 60

/** Why it is not shown, or was not begun, each with what helps. */
export function PlanProblem({ error, operation, accountId, proposal, title }: PlanProblemProps) {
  if (error.kind === 'invalid-input') return <Issues issues={error.issues} proposal={proposal} />
  const isOld =
    (error.kind === 'plan' && error.why !== 'used') ||
    // It was locked again meanwhile, which it says once it is shown again.
    error.kind === 'forbidden' ||
    error.kind === 'key-replaced' ||
    (error.kind === 'not-found' && error.what === 'plan')
  if (!isOld) {
    const context = { service: 'litemail' as const, operation, redo: () => void makePlan() }
    return (
      <Problem
        error={error}
        title={title}
        context={accountId === null ? context : { ...context, accountId }}
      />
    )
  }
  const { reason, advice } = explain(error, 'litemail')
  return (
    <Alarm
      words={`${reason}.`}
      advice={advice}
      actions={
        <Button size="small" onPress={() => void makePlan()}>
          {text.showAgain}
        </Button>
      }
    />
  )
}

interface IssuesProps {
  readonly issues: readonly string[]
  readonly proposal: Proposal | null
}

/** What stands against rows, each named by its place and by what it is about. */
function Issues({ issues, proposal }: IssuesProps) {
  const named = issues.slice(0, MOST_ISSUES).map(planIssue)
  const left = issues.length - named.length
  return (
    <div
      role="alert"
      className="flex flex-col gap-2 rounded-lg border border-danger-line bg-danger-soft px-3 py-2.5 select-text"
    >
      <p className="font-medium">{text.issues(issues.length)}</p>
      <ul className="flex list-disc flex-col gap-0.5 pl-5">
        {named.map((issue) => (
          <li key={`${issue.row} ${issue.words}`} className="wrap-anywhere">
            {issueWords(issue, proposal)}
          </li>
        ))}
        {left > 0 && <li>{text.issuesLeft(left)}</li>}
      </ul>
      <p>{text.issuesLead}</p>
    </div>
  )
}

function issueWords({ row, words }: PlanIssue, proposal: Proposal | null): string {
  if (row === null) return words
  const rows = proposal !== null && 'rows' in proposal.of ? proposal.of.rows : []
  // Of one row it is plain which one is meant.
  if (rows.length === 1) return words
  const said = namingInput(proposal?.operation ?? '', rows[row]?.inputs ?? {})
  const name = said === undefined ? '' : ` (${inputText(said)})`
  return `${text.rowOf(row + 1)}${name}: ${words}`
}
