import { FileOutput } from 'lucide-react'
import type { ActivityView } from '../../../shared/activity'
import { activityText as text } from '../../../shared/text/window/activity'
import { activityKinds, activityOutcomes } from '../../../shared/text/window/activityRow'
import { accounts } from '../../state/accounts'
import { useActivityView } from '../../state/activity'
import { activityExport } from '../../state/activityDetails'
import { attention } from '../../state/attention'
import { litemailAccounts } from '../../state/litemail'
import { Button } from '../../ui/Button'
import { emptyFilter, Filter, FilterSwitch, Filters } from '../list/Filter'
import { SearchBox } from '../list/SearchBox'
import { Toolbar } from '../list/Toolbar'

const change = (filters: Partial<ActivityView>) => useActivityView.setState(filters)

/** What Activity is searched for and narrowed down to, and the way out of it. */
export function ActivityTools() {
  const view = useActivityView()
  const waiting = attention.use(({ data }) => data)
  const likedo = accounts.use(({ data }) => data)
  const { data: litemail, error } = litemailAccounts.use()
  const isExporting = activityExport.use(({ now }) => now !== null)
  const known = [...(likedo ?? []), ...(litemail ?? [])]
  return (
    <Toolbar>
      <SearchBox label={text.search} value={view.search} onChange={(search) => change({ search })} />
      <Filters>
        <FilterSwitch
          name={text.filters.attention}
          isOn={view.isAttention}
          count={waiting === null ? null : waiting.writes + waiting.jobs + waiting.addresses}
          onChange={(isAttention) => change({ isAttention })}
        />
        <Filter
          name={text.filters.kind}
          chosen={view.kinds}
          choices={activityKinds.map((id) => ({ id, text: text.kindChoices[id] }))}
          isMultiple
          onChange={(chosen) => change({ kinds: activityKinds.filter((id) => chosen.includes(id)) })}
          onOpen={() => undefined}
          empty=""
        />
        <Filter
          name={text.filters.outcome}
          chosen={view.outcomes}
          choices={activityOutcomes.map((id) => ({ id, text: text.outcomeChoices[id] }))}
          isMultiple
          onChange={(chosen) => change({ outcomes: activityOutcomes.filter((id) => chosen.includes(id)) })}
          onOpen={() => undefined}
          empty=""
        />
        <Filter
          name={text.filters.account}
          chosen={view.accountIds}
          choices={known.map(({ id, name }) => ({ id, text: name }))}
          isMultiple
          onChange={(accountIds) => change({ accountIds: [...accountIds] })}
          onOpen={() => undefined}
          empty={emptyFilter(litemail !== null, error)}
        />
      </Filters>
      <Button
        icon={<FileOutput className="size-4" aria-hidden="true" />}
        isPending={isExporting}
        onPress={() => void activityExport.start({ view: useActivityView.getState() })}
      >
        {text.export}
      </Button>
    </Toolbar>
  )
}
