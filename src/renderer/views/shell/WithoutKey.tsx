import { KeyRound } from 'lucide-react'
import { accountsText } from '../../../shared/text/window/accounts'
import { withoutKeyText } from '../../../shared/text/window/data'
import { accounts } from '../../state/accounts'
import { openDialog, showSection } from '../../state/app'
import { litemailAccounts } from '../../state/litemail'
import { Band } from '../../ui/Band'
import { Button } from '../../ui/Button'

/** Accounts that came from a backup or whose keys were removed: nothing is asked of a service or the keychain to know it. */
export function WithoutKey() {
  const likedo = accounts.use(({ data }) => data)?.filter(isAbsent) ?? []
  const litemail = litemailAccounts.use(({ data }) => data)?.filter(isAbsent) ?? []
  const lacking = [...likedo, ...litemail]
  const [first] = lacking
  if (first === undefined) return null
  const enter = () => {
    if (lacking.length > 1) showSection('accounts')
    else if (first.service === 'litemail') openDialog({ kind: 'replace-litemail-key', accountId: first.id })
    else openDialog({ kind: 'replace-key', accountId: first.id })
  }
  const what = litemail.length === 0 ? 'addresses' : likedo.length === 0 ? 'lists' : 'both'
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
      {withoutKeyText.words(
        lacking.map(({ name }) => name),
        what,
      )}
    </Band>
  )
}

const isAbsent = ({ keyStanding }: { readonly keyStanding: string }) => keyStanding === 'absent'
