import { Plus, RefreshCw } from 'lucide-react'
import type { Domain } from '../../../../shared/domain'
import type { DnsRecord } from '../../../../shared/health'
import { domainWritesText } from '../../../../shared/text/window/domainWrites'
import { healthText } from '../../../../shared/text/window/health'
import { Age } from '../../../ui/Age'
import { Button } from '../../../ui/Button'
import { classes } from '../../../ui/classes'
import { Exactly } from '../../../ui/Exactly'
import { Section } from '../../list/details/Section'
import { RecordMenu } from '../records/RecordMenu'
import { Repairs } from '../records/Repairs'
import { type RecordWrites, useRecordWrites } from '../records/useRecordWrites'
import { AskEndNote } from './AskEndNote'
import type { OpenHealth } from './useHealth'

interface RecordsPartProps {
  readonly domain: Domain
  readonly health: OpenHealth
}

/**
 * The DNS records of a domain as the service listed them last; those that are no longer there stay below. They are changed from
 * here, but not where name servers are others: that is the one cause then.
 */
export function RecordsPart({ domain, health }: RecordsPartProps) {
  const { about, asking, ends, ask } = health
  const { accountId, serviceId } = domain
  const writes = useRecordWrites(domain, health)
  const isAsking = asking.has('dns.list')
  if (about === null) return null
  const { records, isElsewhere } = about
  const canWrite = serviceId !== null && !isElsewhere
  const idle = records === null ? healthText.readRecords : healthText.readAgain
  return (
    <Section
      title={healthText.records}
      isBusy={isAsking}
      control={
        serviceId !== null && (
          <Button
            data-asks
            size="small"
            isPending={isAsking}
            icon={<RefreshCw className="size-3.5" aria-hidden="true" />}
            onPress={() => void ask('dns.list')}
          >
            {isAsking ? healthText.reading : idle}
          </Button>
        )
      }
    >
      <AskEndNote what="dns.list" accountId={accountId} health={health} />
      {isElsewhere ? (
        <div role="note" className="rounded-lg border border-warn-line bg-warn-soft px-3 py-2.5 select-text">
          <p className="font-medium text-warn-ink">{domainWritesText.elsewhere}.</p>
          <p className="text-pretty text-warn-ink">{domainWritesText.elsewhereLead}</p>
        </div>
      ) : (
        serviceId !== null && <Repairs about={about} onRepair={writes.repair} />
      )}
      {records === null ? (
        <p className="text-ink-soft">{healthText.notLoaded}</p>
      ) : (
        <>
          {ends['dns.list']?.table != null && <p className="font-medium">{healthText.readBefore}</p>}
          {records.rows.every(({ isGone }) => isGone) && (
            <p className="text-ink-soft">{healthText.noRecords}</p>
          )}
          {records.rows.length > 0 && <RecordTable rows={records.rows} writes={canWrite ? writes : null} />}
          <p className="text-sm text-ink-soft">
            {healthText.readAt} <Age at={records.at} />.
          </p>
        </>
      )}
      {canWrite && (
        <Button
          size="small"
          className="self-start"
          icon={<Plus className="size-3.5" aria-hidden="true" />}
          onPress={writes.add}
        >
          {domainWritesText.addRecord}
        </Button>
      )}
      {writes.form}
    </Section>
  )
}

interface Writable {
  /** Null: nothing is changed from here. */
  readonly writes: RecordWrites | null
}

const RecordTable = ({ rows, writes }: Writable & { readonly rows: readonly DnsRecord[] }) => (
  <table aria-label={healthText.records} className="w-full table-fixed text-left text-sm select-text">
    <thead>
      <tr className="border-b border-line text-ink-soft">
        <th scope="col" className="w-14 py-1 pr-2 font-normal">
          {healthText.recordColumns.type}
        </th>
        <th scope="col" className="w-1/4 py-1 pr-2 font-normal">
          {healthText.recordColumns.host}
        </th>
        <th scope="col" className="py-1 font-normal">
          {healthText.recordColumns.value}
        </th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <RecordRow
          key={`${row.type} ${row.host} ${row.priority} ${row.value} ${row.firstSeenAt}`}
          row={row}
          writes={writes}
        />
      ))}
    </tbody>
  </table>
)

function RecordRow({ row, writes }: Writable & { readonly row: DnsRecord }) {
  const { type, host, value, priority, ttl, isGone, lastSeenAt } = row
  const beside = [
    priority === null ? null : healthText.priority(priority),
    ttl === null ? null : healthText.ttl(ttl),
  ].filter((part) => part !== null)
  return (
    <tr className={classes('border-b border-line align-top last:border-0', isGone && 'text-ink-soft')}>
      <td className="py-1 pr-2 font-medium">
        <bdi>{type}</bdi>
      </td>
      <td className="py-1 pr-2 font-mono wrap-anywhere">
        <bdi dir="ltr">{host}</bdi>
      </td>
      <td className="py-1 wrap-anywhere">
        {writes !== null && (
          <span className="float-right pl-1">
            <RecordMenu
              record={row}
              onEdit={() => writes.edit(row)}
              onDelete={() => writes.remove(row)}
              onPutBack={() => writes.putBack(row)}
            />
          </span>
        )}
        <span className={classes('font-mono', isGone && 'line-through')}>
          <Exactly text={value} />
        </span>
        {beside.length > 0 && <p className="text-ink-soft">{beside.join(' · ')}</p>}
        {isGone && (
          <p>
            {healthText.goneRecord}, {healthText.lastSeen} <Age at={lastSeenAt} />
          </p>
        )}
      </td>
    </tr>
  )
}
