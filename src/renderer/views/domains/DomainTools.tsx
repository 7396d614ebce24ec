import { domainsText } from '../../../shared/text/window/domains'
import { fleetListText } from '../../../shared/text/window/fleetList'
import { domains } from '../../state/domains'
import { isSameView, removeView, savedViews, saveView } from '../../state/savedViews'
import { changeSettings, settings } from '../../state/settings'
import { statusWord } from '../fleetList/statusWord'
import { ViewsMenu } from '../fleetList/ViewsMenu'
import { WithinFilter, WordFilter } from '../fleetList/WordFilter'
import { WorkspaceFilter } from '../fleetList/WorkspaceFilter'
import { emptyFilter, FilterSwitch, Filters } from '../list/Filter'
import { ViewMenu } from '../list/ViewMenu'
import { domainColumns } from './columns'

const { view: wanted, facets: counts } = domains
const onOpen = () => void counts.refresh()

/** The filters, the saved views, and how the list looks. */
export const DomainTools = () => (
  <div className="flex max-w-full flex-auto items-start justify-between gap-2">
    <DomainFilters />
    <div className="flex min-w-0">
      <DomainViews />
      <DomainViewMenu />
    </div>
  </div>
)

function DomainFilters() {
  const view = wanted.use()
  const { facets, error } = counts.use()
  const filled = { empty: emptyFilter(facets !== null, error), onOpen }
  const { filter, within } = fleetListText
  return (
    <Filters>
      <WorkspaceFilter
        {...filled}
        chosen={view.workspaces}
        choices={facets?.workspaces ?? []}
        onChange={(workspaces) => wanted.change({ workspaces })}
      />
      <WordFilter
        {...filled}
        name={filter.status}
        chosen={view.statuses}
        counted={facets?.statuses ?? []}
        spell={statusWord}
        onChange={(statuses) => wanted.change({ statuses })}
      />
      <WordFilter
        {...filled}
        name={filter.tag}
        chosen={view.tags}
        counted={facets?.tags ?? []}
        onChange={(tags) => wanted.change({ tags: tags.filter((tag) => tag !== null) })}
      />
      <WithinFilter
        {...filled}
        name={domainsText.expiring}
        chosen={view.expiresWithin}
        counts={facets?.expiring ?? null}
        labels={within}
        onChange={(expiresWithin) => wanted.change({ expiresWithin })}
      />
      <FilterSwitch
        name={filter.unseen}
        isOn={view.isUnseen}
        count={facets?.unseen ?? null}
        onChange={(isUnseen) => wanted.change({ isUnseen })}
      />
    </Filters>
  )
}

function DomainViews() {
  const view = wanted.use()
  const kept = savedViews.use(({ data }) => data) ?? []
  return (
    <ViewsMenu
      views={kept
        .filter((saved) => saved.list === 'domains')
        .map((saved) => ({
          id: saved.id,
          name: saved.name,
          isShown: isSameView(saved.view, view),
          onShow: () => wanted.show(saved.view),
          onRemove: () => void removeView(saved),
        }))}
      onSave={async (name) => (await saveView({ list: 'domains', name, view })) !== null}
    />
  )
}

function DomainViewMenu() {
  const columns = settings.use(({ data }) => data?.domainColumns) ?? domainColumns.all
  const sort = wanted.use((view) => view.sort)
  return (
    <ViewMenu
      {...domainColumns}
      columns={columns}
      onColumns={(chosen) => void changeSettings({ domainColumns: chosen })}
      sort={sort}
      onSort={wanted.sort}
    />
  )
}
