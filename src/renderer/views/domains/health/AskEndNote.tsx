import { healthText } from '../../../../shared/text/window/health'
import { showOperations } from '../../../state/app'
import { Alarm } from '../../../ui/Alarm'
import { Button } from '../../../ui/Button'
import { Problem } from '../../../ui/Problem'
import { AnswerTable } from '../../operations/read/AnswerTable'
import type { HealthAsk, OpenHealth } from './useHealth'

interface AskEndNoteProps {
  readonly what: HealthAsk
  readonly accountId: string
  readonly health: OpenHealth
}

/** Why what was asked for did not come; an answer that could not be read stands there as it came. */
export function AskEndNote({ what, accountId, health: { ends, ask } }: AskEndNoteProps) {
  const end = ends[what]
  if (end === undefined) return null
  const { error, table } = end
  const context = { service: 'litemail', accountId, operation: what, redo: () => void ask(what) } as const
  if (table === null) return <Problem error={error} context={context} />
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <Alarm
        words={`${healthText.unread[what]}.`}
        advice={healthText.unreadLead}
        actions={
          <Button size="small" onPress={() => showOperations({ accountId, operation: what, part: 'read' })}>
            {healthText.openOperation}
          </Button>
        }
      />
      {table.rows.length > 0 && <AnswerTable title={healthText.unread[what]} table={table} />}
    </div>
  )
}
