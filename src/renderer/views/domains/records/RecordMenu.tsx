import { Ellipsis } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components/Menu'
import type { DnsRecord } from '../../../../shared/health'
import { domainWritesText as text } from '../../../../shared/text/window/domainWrites'
import { Button } from '../../../ui/Button'
import { Menu, MenuItem } from '../../../ui/Menu'

interface RecordMenuProps {
  readonly record: DnsRecord
  readonly onEdit: () => void
  readonly onDelete: () => void
  readonly onPutBack: () => void
}

/** What can be done with a record: one that is there is changed or deleted, one that is gone put back. */
export function RecordMenu({ record, onEdit, onDelete, onPutBack }: RecordMenuProps) {
  const { type, host, isGone, serviceId } = record
  const label = text.changeOf(`${type} ${host}`)
  if (!isGone && serviceId === null) return null
  return (
    <MenuTrigger>
      <Button
        look="quiet"
        size="small-icon"
        aria-label={label}
        icon={<Ellipsis className="size-4" aria-hidden="true" />}
      />
      <Menu label={label} placement="bottom end">
        {isGone ? (
          <MenuItem onAction={onPutBack}>{text.putBack}</MenuItem>
        ) : (
          <>
            <MenuItem onAction={onEdit}>{text.edit}</MenuItem>
            <MenuItem onAction={onDelete}>{text.delete}</MenuItem>
          </>
        )}
      </Menu>
    </MenuTrigger>
  )
}
