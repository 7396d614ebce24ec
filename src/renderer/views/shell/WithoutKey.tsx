import { KeyRound } from 'lucide-react'
import { accountsText } from '../../../shared/text/window/accounts'
import { withoutKeyText } from '../../../shared/text/window/data'
import { accounts } from '../../state/accounts'
import { openDialog, showSection } from '../../state/app'
import { Band } from '../../ui/Band'
import { Button } from '../../ui/Button'

/** Accounts that came from a backup or whose keys were removed: nothing is asked of a service or the keychain to know it. */
export function WithoutKey() {
  const list = accounts.use(({ data }) => data)
  const lacking = list?.filter(({ keyStanding }) => keyStanding === 'absent') ?? []
  const [first] = lacking
  if (first === undefined) return null
  const enter = () =>
    lacking.length === 1 ? openDialog({ kind: 'replace-key', accountId: first.id }) : showSection('accounts')
  return (
    <Band
      tone="warn"
      icon={<KeyRound className="size-4" />}
      action={
        <Button size="small" onPress={enter}>
          {lacking.length === 1 ? accountsText.enterKey : accountsText.enterKeys}
        </Button>
      }
    >
      {withoutKeyText.words(lacking.map(({ name }) => name))}
    </Band>
  )
}
