import { Clock, KeyRound, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Account } from '../../../shared/account'
import { accountsText } from '../../../shared/text/window/accounts'
import { daysUntil, dayText } from '../../../shared/text/window/time'
import { useNow } from '../../ui/Age'
import { classes } from '../../ui/classes'

/** From so many days before its end on a key is worth a word. */
const SOON_DAYS = 14

/** What an account needs of the user: nothing, most of the time. */
export function AccountRemarks({ account }: { readonly account: Account }) {
  const { keyStanding, keyKept, keyEndsOn } = account
  const days = daysUntil(keyEndsOn ?? '9999-12-31', useNow())
  return (
    <>
      {keyStanding === 'refused' && <Remark isGrave>{accountsText.refusedAdvice}</Remark>}
      {keyStanding === 'absent' && <Remark icon={KeyRound}>{accountsText.absentAdvice}</Remark>}
      {keyEndsOn !== null && days < 0 && <Remark isGrave>{accountsText.ended(dayText(keyEndsOn))}</Remark>}
      {keyEndsOn !== null && days >= 0 && days <= SOON_DAYS && (
        <Remark>{accountsText.endsSoon(days, dayText(keyEndsOn))}</Remark>
      )}
      {keyKept === 'until-quit' && keyStanding !== 'absent' && (
        <Remark>{accountsText.untilQuitAdvice}</Remark>
      )}
    </>
  )
}

interface RemarkProps {
  readonly children: ReactNode
  readonly isGrave?: boolean
  readonly icon?: LucideIcon
}

/** One thing that an account needs. */
export const Remark = ({
  children,
  isGrave = false,
  icon: Icon = isGrave ? TriangleAlert : Clock,
}: RemarkProps) => (
  <p
    className={classes(
      'flex items-start gap-2 rounded-md px-2.5 py-2 text-pretty',
      isGrave ? 'bg-danger-soft text-danger-ink' : 'bg-warn-soft text-warn-ink',
    )}
  >
    <Icon className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
    {children}
  </p>
)
