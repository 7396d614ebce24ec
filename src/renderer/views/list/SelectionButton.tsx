import type { LucideIcon } from 'lucide-react'
import { Button } from '../../ui/Button'

interface SelectionButtonProps {
  readonly icon: LucideIcon
  readonly children: string
  /** Without it the button opens what it stands in. */
  readonly onPress?: () => void
  readonly isDisabled?: boolean
  readonly className?: string
}

/** One thing that can be done with what is selected, or with all that a list shows. */
export const SelectionButton = ({ icon: Icon, ...rest }: SelectionButtonProps) => (
  <Button look="quiet" size="small" icon={<Icon className="size-3.5" aria-hidden="true" />} {...rest} />
)
