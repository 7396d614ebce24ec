import { lazy, type ReactNode, Suspense, useState } from 'react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { domainWritesText as text } from '../../../../shared/text/window/domainWrites'
import { propose } from '../../../state/planning'
import { Menu, MenuItem } from '../../../ui/Menu'
import type { DomainWrite, WrittenDomains } from './domainWrites'

const DomainWriteDialog = lazy(() =>
  import('./DomainWriteDialog').then(({ DomainWriteDialog }) => ({ default: DomainWriteDialog })),
)

interface DomainMenuProps {
  /** Its button. */
  readonly children: ReactNode
  /** Which domains it is about, asked when something is chosen; null: that cannot be said. */
  readonly about: () => WrittenDomains | null
}

const writes = ['dmarc', 'forwarding', 'email-forwarding', 'catch-all'] as const

/** What can be changed about domains. */
export function DomainMenu({ children, about }: DomainMenuProps) {
  const [open, setOpen] = useState<(WrittenDomains & { readonly what: DomainWrite }) | null>(null)
  const write = (what: DomainWrite) => {
    const domains = about()
    if (domains !== null) setOpen({ ...domains, what })
  }
  const remove = () => {
    const domains = about()
    if (domains === null) return
    propose({ operation: 'domains.remove', of: { list: 'domains', choice: domains.choice, inputs: {} } })
  }
  return (
    <>
      <MenuTrigger>
        {children}
        <Menu label={text.change} placement="bottom end">
          {writes.map((what) => (
            <MenuItem key={what} onAction={() => write(what)}>
              {text[what]}
            </MenuItem>
          ))}
          <MenuItem onAction={remove}>{text.remove}</MenuItem>
        </Menu>
      </MenuTrigger>
      {open !== null && (
        <Suspense>
          <DomainWriteDialog {...open} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </>
  )
}
