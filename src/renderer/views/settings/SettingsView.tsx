import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'
import { settingsText } from '../../../shared/text/window/settings'
import { type Section, showSection, usePlace } from '../../state/app'
import { ScreenHeader } from '../../ui/ScreenHeader'
import { About } from './About'
import { AccountList } from './AccountList'
import { AddressSettings } from './AddressSettings'
import { DataSettings } from './DataSettings'
import { DesktopSettings } from './DesktopSettings'
import { LitemailList } from './LitemailList'

const SECTIONS: readonly Section[] = ['accounts', 'addresses', 'desktop', 'data', 'about']

/** Settings: a few sections, one in sight. */
export function SettingsView() {
  const section = usePlace((place) => place.section)
  return (
    <>
      <ScreenHeader title={settingsText.title} />
      <Tabs
        selectedKey={section}
        onSelectionChange={(key) => {
          const chosen = SECTIONS.find((candidate) => candidate === key)
          if (chosen !== undefined) showSection(chosen)
        }}
        className="flex min-h-0 flex-1 flex-col"
      >
        <TabList aria-label={settingsText.title} className="flex shrink-0 gap-1 border-b border-line px-3">
          {SECTIONS.map((each) => (
            <Tab
              key={each}
              id={each}
              className="-mb-px flex h-9 cursor-default items-center border-b-2 border-transparent px-2 text-ink-soft data-focus-visible:-outline-offset-2 data-hovered:text-ink data-selected:border-accent-ink data-selected:font-medium data-selected:text-ink"
            >
              {settingsText.sections[each]}
            </Tab>
          ))}
        </TabList>
        <Panel id="accounts">
          <AccountList />
          <LitemailList />
        </Panel>
        <Panel id="addresses">
          <AddressSettings />
        </Panel>
        <Panel id="desktop">
          <DesktopSettings />
        </Panel>
        <Panel id="data">
          <DataSettings />
        </Panel>
        <Panel id="about">
          <About />
        </Panel>
      </Tabs>
    </>
  )
}

const Panel = ({ id, children }: { readonly id: Section; readonly children: React.ReactNode }) => (
  <TabPanel id={id} className="min-h-0 flex-1 overflow-y-auto data-focus-visible:-outline-offset-2">
    <div className="mx-auto flex max-w-170 flex-col gap-6 p-6">{children}</div>
  </TabPanel>
)
