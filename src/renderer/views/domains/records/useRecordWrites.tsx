import { type ReactNode, useState } from 'react'
import type { RecordDraft } from '../../../../shared/dns/record'
import type { Domain } from '../../../../shared/domain'
import type { DnsRecord, Repair } from '../../../../shared/health'
import { useAfterJob } from '../../../state/afterJob'
import { propose } from '../../../state/planning'
import type { OpenHealth } from '../health/useHealth'
import { RecordDialog, type WrittenRecord } from './RecordDialog'

const EMPTY: RecordDraft = { type: 'TXT', host: '', value: '', ttl: null, priority: null }

/** What is written about the records of a domain. */
export interface RecordWrites {
  readonly add: () => void
  readonly edit: (record: DnsRecord) => void
  /** What once stood there, as a new record. */
  readonly putBack: (record: RecordDraft) => void
  readonly remove: (record: DnsRecord) => void
  readonly repair: (repair: Repair) => void
  /** The form that is open. */
  readonly form: ReactNode
}

/** Once something was written, the records are read again. */
export function useRecordWrites(domain: Domain, { about, ask }: OpenHealth): RecordWrites {
  const [written, setWritten] = useState<WrittenRecord | null>(null)
  const follow = useAfterJob(() => void ask('dns.list').then(() => ask('domains.checkDns')))
  const { accountId, workspaceId, serviceId } = domain

  const remove = ({ serviceId: id }: DnsRecord) => {
    if (id === null || serviceId === null) return
    const rows = [{ workspaceId, inputs: { id, domainId: serviceId } }]
    propose({ operation: 'dns.delete', of: { accountId, rows } }, follow)
  }
  const putBack = (draft: RecordDraft) => setWritten({ draft, replaced: null })
  const repair = (offered: Repair) => {
    if (offered.by === 'seen') return putBack(offered.record)
    if (serviceId === null) return
    const rows = [{ workspaceId, inputs: { domainIds: [serviceId], email: offered.email } }]
    propose({ operation: 'domains.addDmarc', of: { accountId, rows } }, follow)
  }
  return {
    add: () => putBack(EMPTY),
    edit: (record) => setWritten({ draft: record, replaced: record }),
    ...{ putBack, remove, repair },
    form: written !== null && (
      <RecordDialog
        {...written}
        domain={domain}
        records={about?.records?.rows ?? null}
        onBegun={follow}
        onClose={() => setWritten(null)}
      />
    ),
  }
}
