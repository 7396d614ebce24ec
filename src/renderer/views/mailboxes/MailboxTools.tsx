import { fleetListText } from '../../../shared/text/window/fleetList'
import { mailboxesText } from '../../../shared/text/window/mailboxes'
import { mailboxes } from '../../state/mailboxes'
import { isSameView, removeView, savedViews, saveView } from '../../state/savedViews'
import { changeSettings, settings } from '../../state/settings'
import { statusWord } from '../fleetList/statusWord'
import { ViewsMenu } from '../fleetList/ViewsMenu'
import { WithinFilter, WordFilter } from '../fleetList/WordFilter'
import { WorkspaceFilter } from '../fleetList/WorkspaceFilter'
import { emptyFilter, FilterSwitch, Filters } from '../list/Filter'
import { ViewMenu } from '../list/ViewMenu'
import { mailboxColumns } from './columns'

const { view: wanted, facets: counts } = mailboxes
const onOpen = () => void counts.refresh()

/** The filters, the saved views, and how the list looks. */
export const MailboxTools = () => (
  <div className="flex max-w-full flex-auto items-start justify-between gap-2">
    <MailboxFilters />
    <div className="flex min-w-0">
      <MailboxViews />
      <MailboxViewMenu />
    </div>
  </div>
)

function MailboxFilters() {
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
        name={filter.domain}
        chosen={view.domains}
        counted={facets?.domains ?? []}
        onChange={(domains) => wanted.change({ domains })}
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
        name={mailboxesText.renewing}
        chosen={view.renewsWithin}
        counts={facets?.renewing ?? null}
        labels={within}
        onChange={(renewsWithin) => wanted.change({ renewsWithin })}
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

function MailboxViews() {
  const view = wanted.use()
  const kept = savedViews.use(({ data }) => data) ?? []
  return (
    <ViewsMenu
      views={kept
        .filter((saved) => saved.list === 'mailboxes')
        .map((saved) => ({
          id: saved.id,
          name: saved.name,
          isShown: isSameView(saved.view, view),
          onShow: () => wanted.show(saved.view),
          onRemove: () => void removeView(saved),
        }))}
      onSave={async (name) => (await saveView({ list: 'mailboxes', name, view })) !== null}
    />
  )
}

function MailboxViewMenu() {
  const columns = settings.use(({ data }) => data?.mailboxColumns) ?? mailboxColumns.all
  const sort = wanted.use((view) => view.sort)
  return (
    <ViewMenu
      {...mailboxColumns}
      columns={columns}
      onColumns={(chosen) => void changeSettings({ mailboxColumns: chosen })}
      sort={sort}
      onSort={wanted.sort}
    />
  )
}
