import { Pencil } from 'lucide-react'
import { domainWritesText as text } from '../../../../shared/text/window/domainWrites'
import { listText } from '../../../../shared/text/window/list'
import { domains } from '../../../state/domains'
import { showDone } from '../../../state/notices'
import { SelectionButton } from '../../list/SelectionButton'
import { DomainMenu } from './DomainMenu'
import type { WrittenDomains } from './domainWrites'

/** Those that are selected; null, and told, where they cannot be said in one message. */
function selected(): WrittenDomains | null {
  const { selection, pages } = domains
  const { places } = selection.use.getState()
  const choice = selection.current()
  if (choice === null) {
    showDone(listText.tooScattered)
    return null
  }
  const [id] = places.keys()
  const only = places.size === 1 ? (pages.use.getState().rows.find((row) => row?.id === id) ?? null) : null
  return { choice, count: places.size, only }
}

/** What can be changed about the selected domains. */
export const DomainWrites = () => (
  <DomainMenu about={selected}>
    <SelectionButton icon={Pencil}>{text.change}</SelectionButton>
  </DomainMenu>
)
