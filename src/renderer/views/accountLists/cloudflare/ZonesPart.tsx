import { useEffect, useMemo, useState } from 'react'
import { accountListText, cloudflareText as text } from '../../../../shared/text/window/accountLists'
import { showOperations } from '../../../state/app'
import { cloudflare, toldOf } from '../../../state/onDemand'
import { propose } from '../../../state/planning'
import { useExactNow } from '../../../ui/Age'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { Problem } from '../../../ui/Problem'
import { useChosenWorkspace, WorkspaceField } from '../WorkspaceField'
import type { CloudflarePartProps } from './CloudflareDialog'
import { ZoneChoice } from './ZoneChoice'
import { zonesIn } from './zones'

const NOTHING: ReadonlySet<string> = new Set()

/** The domains that Cloudflare holds; those that are chosen are connected, one request each, as one job. */
export function ZonesPart({ account, onClose, choice }: CloudflarePartProps) {
  const [chosenWorkspace, setWorkspace] = useState<string | null>(null)
  const [chosen, setChosen] = useState(NOTHING)
  const workspaceId = useChosenWorkspace(account.id, chosenWorkspace)
  const about = useMemo(
    () => ({ id: `${account.id} ${workspaceId}`, accountId: account.id, workspaceId }),
    [account.id, workspaceId],
  )
  const { answer, error, keptError, isAsking } = toldOf(cloudflare.use(), about)
  const now = useExactNow()
  useEffect(() => void cloudflare.recall(about), [about])
  const read = () => void cloudflare.read(about)
  const zones = answer === null ? null : zonesIn(answer.answer)
  // What was read again may have less in it, or more that is connected.
  const names = (zones ?? []).flatMap(({ name, isConnected }) =>
    chosen.has(name) && isConnected !== true ? [name] : [],
  )

  function proceed() {
    if (names.length === 0) return
    const rows = names.map((domainName) => ({ workspaceId, inputs: { domainName } }))
    propose({ operation: 'cloudflare.save', of: { accountId: account.id, rows } }, onClose)
  }

  const context = { service: 'litemail', accountId: account.id, operation: cloudflare.operation } as const
  return (
    <Dialog
      title={text.title(account.name)}
      onClose={onClose}
      closeLabel={accountListText.close}
      onSubmit={proceed}
      isWide
      action={
        <Button look="primary" type="submit" isDisabled={names.length === 0}>
          {text.chosen(names.length)}
        </Button>
      }
    >
      {choice}
      <p className="text-pretty text-ink-soft">{text.zonesLead}</p>
      <WorkspaceField accountId={account.id} value={workspaceId} onChange={setWorkspace} />
      {error !== null && <Problem error={error} title={text.failed} context={{ ...context, redo: read }} />}
      {keptError !== null && <Problem error={keptError} title={text.keptFailed} context={context} />}
      {answer !== null && zones === null && (
        <p className="flex flex-wrap items-center gap-2 text-pretty">
          {text.odd}
          <Button
            look="quiet"
            onPress={() =>
              showOperations({ accountId: account.id, operation: cloudflare.operation, part: 'read' })
            }
          >
            {text.inOperations}
          </Button>
        </p>
      )}
      {zones !== null && zones.length === 0 && <p className="text-ink-soft">{text.noZones}</p>}
      {zones !== null && zones.length > 0 && (
        <ZoneChoice zones={zones} chosen={chosen} onChange={setChosen} />
      )}
      {answer !== null && answer.answer.rowsLeft > 0 && (
        <p className="text-ink-soft">{text.notShown(answer.answer.rowsLeft)}</p>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button data-asks isPending={isAsking} onPress={read}>
          {answer === null ? text.read : text.again}
        </Button>
        <p role="status" className="text-sm text-ink-soft">
          {answer !== null && accountListText.readAt(answer.at, now)}
        </p>
      </div>
    </Dialog>
  )
}
