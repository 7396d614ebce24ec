import { Check, Copy } from 'lucide-react'
import type { Job } from '../../../../shared/job'
import { explain } from '../../../../shared/text/errors'
import { commonText } from '../../../../shared/text/window/common'
import { domainWritesText as text } from '../../../../shared/text/window/domainWrites'
import { healthText } from '../../../../shared/text/window/health'
import { copyServers } from '../../../state/nameServers'
import { Age } from '../../../ui/Age'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { Problem } from '../../../ui/Problem'
import { type Connected, useConnected } from './useConnected'

interface ConnectedDomainsProps {
  readonly job: Job
  readonly workspaceId: string
  readonly onClose: () => void
}

/** Which name servers each domain needs, and whether they are set. */
export function ConnectedDomains({ job, workspaceId, onClose }: ConnectedDomainsProps) {
  const { connected, error, isLooking, look } = useConnected(job, workspaceId)
  return (
    <Dialog
      title={text.connectedTitle}
      onClose={onClose}
      closeLabel={commonText.close}
      onSubmit={() => void look()}
      isWide
      action={
        <Button type="submit" isPending={isLooking}>
          {isLooking ? text.looking : text.lookNow}
        </Button>
      }
    >
      <p className="text-pretty text-ink-soft">{text.connectedLead}</p>
      {error !== null && <Problem error={error} title={text.rowsFailed} context={{ service: 'litemail' }} />}
      <ul aria-label={text.names} className="flex flex-col gap-2">
        {connected.map((one) => (
          <ConnectedRow key={one.row.id} connected={one} />
        ))}
      </ul>
    </Dialog>
  )
}

function ConnectedRow({ connected: { name, row, id, about } }: { readonly connected: Connected }) {
  const servers = about?.nameServers.expected ?? about?.toldNameServers?.servers ?? null
  return (
    <li className="flex flex-col gap-1.5 rounded-lg border border-line px-3 py-2.5 select-text">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <bdi dir="ltr" className="min-w-0 font-mono font-medium wrap-anywhere">
          {name}
        </bdi>
        <span role="status" className="text-sm text-ink-soft">
          {row.state === 'done' && id === null ? text.lateTitle : null}
          {row.state !== 'done' && text.rowStates[row.state]}
          {row.state === 'done' && id !== null && <Standing about={about} />}
        </span>
      </div>
      {row.problem !== null && (
        <p className="text-sm text-danger-ink">{explain(row.problem, 'litemail').reason}.</p>
      )}
      {about !== null && (
        <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
          {servers === null ? (
            <p className="text-ink-soft">{text.noServers}</p>
          ) : (
            <ul aria-label={text.servers} className="font-mono text-sm">
              {servers.map((server) => (
                <li key={server}>
                  <bdi dir="ltr">{server}</bdi>
                </li>
              ))}
            </ul>
          )}
          {id !== null && servers !== null && (
            <Button
              size="small"
              aria-label={text.copyServersOf(name)}
              icon={<Copy className="size-3.5" aria-hidden="true" />}
              onPress={() => void copyServers(id)}
            >
              {healthText.copyServers}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

/** Whether its name servers are set, as far as somebody looked. */
function Standing({ about }: Pick<Connected, 'about'>) {
  const propagation = about?.propagation ?? null
  if (propagation === null) return text.notLooked
  if (propagation.isWhole) {
    return (
      <span className="inline-flex items-center gap-1 text-good-ink">
        <Check className="size-3.5" aria-hidden="true" />
        {text.verified}
      </span>
    )
  }
  return (
    <>
      {text.notVerified}, {text.looked} <Age at={propagation.at} />
    </>
  )
}
