import { Ban, Check, CircleHelp, KeyRound } from 'lucide-react'
import type { Account } from '../../../shared/account'
import { accountsText } from '../../../shared/text/window/accounts'
import { classes } from '../../ui/classes'

const looks = {
  accepted: ['bg-good-soft text-good-ink', Check],
  refused: ['bg-danger-soft text-danger-ink', Ban],
  unchecked: ['bg-hover text-ink-soft', CircleHelp],
  absent: ['bg-warn-soft text-warn-ink', KeyRound],
} as const

/** What is known of a key. */
export function KeyStanding({ standing }: { readonly standing: Account['keyStanding'] }) {
  const [look, Icon] = looks[standing]
  return (
    <span
      className={classes(
        'flex h-6 shrink-0 items-center gap-1.5 rounded-full px-2.5 text-sm font-medium whitespace-nowrap',
        look,
      )}
    >
      <Icon className="size-3.5" aria-hidden="true" />
      {accountsText.standing[standing]}
    </span>
  )
}
