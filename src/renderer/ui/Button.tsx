import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { classes } from './classes'
import { Spinner } from './Spinner'

const base =
  'inline-flex shrink-0 cursor-default items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap select-none data-disabled:opacity-50'

const looks = {
  primary:
    'border-transparent bg-accent text-on-accent shadow-raised data-hovered:bg-accent-hover data-pressed:bg-accent-pressed',
  secondary:
    'border-control-line bg-raised text-ink shadow-raised data-hovered:bg-hover data-pressed:bg-pressed',
  quiet:
    'border-transparent bg-transparent text-ink-soft data-hovered:bg-pressed data-hovered:text-ink data-pressed:bg-pressed',
  'quiet-danger':
    'border-transparent bg-transparent text-danger-ink data-hovered:bg-danger-soft data-pressed:bg-danger-soft',
  danger:
    'border-transparent bg-danger text-on-danger shadow-raised data-hovered:bg-danger-hover data-pressed:bg-danger-hover',
  link: 'border-transparent bg-transparent text-accent-ink underline decoration-current/40 underline-offset-2 data-hovered:decoration-current',
} as const

const sizes = {
  small: 'h-6 px-2 text-sm',
  medium: 'h-7.5 px-3 text-base',
  large: 'h-9 px-4 text-base',
  text: 'min-h-6 text-base',
  icon: 'size-7',
  'small-icon': 'size-6',
} as const

type Handlers = 'onPress' | 'onClick'

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'isPending'> {
  readonly look?: keyof typeof looks
  readonly size?: keyof typeof sizes
  readonly icon?: ReactNode
  readonly className?: string
  readonly children?: ReactNode
  /** What it does is under way: it keeps its place and the focus, and does nothing. */
  readonly isPending?: boolean
}

/** A button. */
export function Button({ look = 'secondary', size = 'medium', isPending = false, ...props }: ButtonProps) {
  const { icon, className, children, onPress, onClick, ...rest } = props
  const handlers: Pick<AriaButtonProps, Handlers> = {
    ...(onPress === undefined || isPending ? {} : { onPress }),
    ...(onClick === undefined || isPending ? {} : { onClick }),
  }
  // Whoever does not see the spinner is told that a press does nothing now.
  const pending = isPending ? { 'aria-disabled': true } : {}
  return (
    <AriaButton
      {...rest}
      {...handlers}
      {...pending}
      className={classes(base, looks[look], sizes[size], className)}
    >
      {isPending ? <Spinner /> : icon}
      {children}
    </AriaButton>
  )
}
