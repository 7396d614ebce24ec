import { Copy, EyeOff } from 'lucide-react'
import { dayAndTime } from '../../../shared/text/time'
import { fleetListText } from '../../../shared/text/window/fleetList'
import { listText } from '../../../shared/text/window/list'
import { useNow } from '../../ui/Age'
import { Cell } from '../../ui/grid/Cell'
import { RowButton } from '../../ui/grid/RowButton'

interface CopyCellProps {
  /** What is copied. */
  readonly name: string
  readonly isActive: boolean
  readonly onCopy: () => void
}

export const CopyCell = ({ name, isActive, onCopy }: CopyCellProps) => (
  <Cell place="copy">
    <RowButton
      isActive={isActive}
      label={listText.copyNamed(name)}
      className="flex size-7 items-center justify-center rounded-md text-ink-soft hover:bg-pressed hover:text-ink"
      onPress={onCopy}
    >
      <Copy className="size-4" aria-hidden="true" />
    </RowButton>
  </Cell>
)

/** A whole reading of its list did not meet the row: said below it, whatever columns are shown. */
export const UnseenCell = ({ readAt }: { readonly readAt: number }) => (
  <Cell place="trouble" className="flex items-center gap-1.5 pb-2 text-warn-ink">
    <EyeOff className="size-3.5 shrink-0" aria-hidden="true" />
    <span className="truncate" title={fleetListText.unseenMeaning}>
      {fleetListText.unseenSince(dayAndTime(readAt, useNow()))}
    </span>
  </Cell>
)
