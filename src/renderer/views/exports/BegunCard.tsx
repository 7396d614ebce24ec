import { History } from 'lucide-react'
import { useCallback } from 'react'
import type { Topic } from '../../../shared/contract'
import type { BegunExport } from '../../../shared/exports'
import { exportsText as text } from '../../../shared/text/window/exports'
import { showScreen } from '../../state/app'
import { begunExports } from '../../state/exports'
import { useTopics } from '../../state/useTopics'
import { Age } from '../../ui/Age'
import { Button } from '../../ui/Button'
import { Problem } from '../../ui/Problem'
import { Card } from '../overview/Card'

const TOPICS: readonly Topic[] = ['jobs']

/** The exports that were begun here, with how far they are known to be. */
export function BegunCard({ accountId }: { readonly accountId: string }) {
  const { data, error } = begunExports.use()
  const read = useCallback(() => begunExports.read(accountId), [accountId])
  useTopics(TOPICS, read)
  return (
    <Card title={text.begun} icon={History} width="whole">
      {error !== null && (
        <Problem
          error={error}
          title={text.failed}
          context={{ service: 'litemail', redo: () => void read() }}
        />
      )}
      <p className="text-pretty text-ink-soft">{data?.length === 0 ? text.begunNone : text.begunLead}</p>
      {data !== null && data.length > 0 && (
        <>
          <Rows rows={data} />
          <div>
            <Button onPress={() => showScreen('activity')}>{text.inActivity}</Button>
          </div>
        </>
      )}
    </Card>
  )
}

const Rows = ({ rows }: { readonly rows: readonly BegunExport[] }) => (
  <div className="overflow-x-auto">
    <table className="w-full min-w-100 text-left" aria-label={text.begun}>
      <thead>
        <tr className="border-b border-line text-sm text-ink-soft">
          <Head>{text.columns.when}</Head>
          <Head>{text.columns.platform}</Head>
          <Head>{text.columns.mailboxes}</Head>
          <Head>{text.columns.outcome}</Head>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ jobId, at, platforms, counts, isRestored }) => (
          <tr key={jobId} className="border-b border-line last:border-0">
            <td className="py-1.5 pr-3 text-ink-soft">
              <Age at={at} />
            </td>
            <td className="py-1.5 pr-3 wrap-anywhere select-text">{text.platforms(platforms)}</td>
            <td className="py-1.5 pr-3 tabular-nums">{text.total(counts)}</td>
            <td className="py-1.5">
              {text.outcome(counts)}
              {isRestored && <span className="text-sm text-ink-soft"> · {text.restored}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

const Head = ({ children }: { readonly children: string }) => (
  <th scope="col" className="py-1 pr-3 font-medium">
    {children}
  </th>
)
