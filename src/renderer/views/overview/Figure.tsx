import type { ReactNode } from 'react'
import { Link } from 'react-aria-components/Link'
import { classes } from '../../ui/classes'

interface FigureProps {
  /** What it counts, whole: it is read without what stands beside it. */
  readonly name: string
  readonly onPress: () => void
  readonly children: ReactNode
  readonly className?: string
}

/** A figure that leads to what it counts. */
export const Figure = ({ name, onPress, children, className }: FigureProps) => (
  <Link
    aria-label={name}
    onPress={onPress}
    className={classes(
      'cursor-default rounded-md underline decoration-transparent underline-offset-4 select-text data-hovered:decoration-current',
      className,
    )}
  >
    {children}
  </Link>
)
