import { FlaskConical, KeyRound, ShieldAlert } from 'lucide-react'
import type { AppInfo } from '../../../shared/app'
import { accountsText } from '../../../shared/text/window/accounts'
import { withoutKeyText } from '../../../shared/text/window/data'
import { shellText } from '../../../shared/text/window/shell'
import { accounts } from '../../state/accounts'
import { openDialog, showSection } from '../../state/app'
import { Band } from '../../ui/Band'
import { Button } from '../../ui/Button'

/** Accounts that came from a backup or whose keys were removed: nothing is asked of a service or the keychain to know it. */
function WithoutKey() {
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

/** What holds for the whole window: sample data, a runtime that is not the one Mailroom is meant for. */
export const Bands = ({ info: { isDemo, runtime } }: { readonly info: AppInfo }) => (
  <>
    {isDemo && (
      <Band tone="sample" icon={<FlaskConical className="size-4" />}>
        <strong className="font-semibold">{shellText.sample}</strong>
        <span className="ml-2">{shellText.sampleMeaning}</span>
      </Band>
    )}
    {runtime.electron !== runtime.pinned && (
      <Band tone="warn" icon={<ShieldAlert className="size-4" />}>
        {shellText.runtime(runtime)}
      </Band>
    )}
    <WithoutKey />
  </>
)
