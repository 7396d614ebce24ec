import { useState } from 'react'
import type { LitemailAccount } from '../../../shared/litemail/account'
import { cloudflareText, tagsText, workspacesText } from '../../../shared/text/window/accountLists'
import { accountsText } from '../../../shared/text/window/accounts'
import { litemailText } from '../../../shared/text/window/litemail'
import { openDialog, showApiPath } from '../../state/app'
import { checkLitemail } from '../../state/litemail'
import { useExactNow } from '../../ui/Age'
import { Button } from '../../ui/Button'
import { Remark } from './AccountRemarks'
import { Fact } from './Fact'
import { KeyStanding } from './KeyStanding'
import { useWantedCard } from './useWantedCard'

const { facts } = litemailText

/** One Litemail account: whose it is, how its key stands, and what can be done about it. */
export function LitemailCard({ account }: { readonly account: LitemailAccount }) {
  const { id, name, origin, basePath, authentication, userEmail, userId, keyStanding } = account
  const card = useWantedCard(id)

  return (
    <article
      ref={card}
      aria-label={name}
      tabIndex={-1}
      className="rounded-lg border border-line bg-raised focus-visible:outline-2 focus-visible:outline-focus"
    >
      <header className="flex items-center gap-2 border-b border-line px-4 py-2.5">
        <h3 className="min-w-0 flex-1 truncate font-semibold select-text" title={name}>
          {name}
        </h3>
        <KeyStanding standing={keyStanding} />
      </header>
      <div className="flex flex-col gap-4 p-4">
        <Remarks account={account} />
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5 select-text">
          <Fact name={facts.user}>
            {userEmail ?? userId ?? <span className="text-ink-soft">{litemailText.noUser}</span>}
          </Fact>
          <Fact name={facts.authentication}>{litemailText.authentications[authentication]}</Fact>
          {authentication === 'jwt' && <EndFact endsAt={account.keyEndsAt} />}
          <Fact name={facts.key}>
            {accountsText.kept[keyStanding === 'absent' ? 'nowhere' : account.keyKept]}
          </Fact>
          <Fact name={facts.server}>
            <span className="font-mono wrap-anywhere">{`${origin}${basePath}`}</span>
          </Fact>
        </dl>
        <Actions account={account} />
      </div>
    </article>
  )
}

function EndFact({ endsAt }: { readonly endsAt: number | null }) {
  const now = useExactNow()
  return (
    <Fact name={facts.endsAt}>
      {endsAt === null ? (
        <span className="text-ink-soft">{litemailText.noEnd}</span>
      ) : (
        litemailText.endsAt(endsAt, now)
      )}
    </Fact>
  )
}

/** What the account needs of the user: nothing, most of the time. */
function Remarks({ account }: { readonly account: LitemailAccount }) {
  const { keyStanding, keyKept, keyEndsAt } = account
  const now = useExactNow()
  return (
    <>
      {keyStanding === 'refused' && <Remark isGrave>{litemailText.refusedAdvice}</Remark>}
      {keyStanding === 'absent' && <Remark>{litemailText.absentAdvice}</Remark>}
      {keyStanding === 'unchecked' && <Remark>{litemailText.uncheckedAdvice}</Remark>}
      {keyStanding !== 'refused' && keyEndsAt !== null && keyEndsAt <= now && (
        <Remark>{litemailText.endedAdvice(keyEndsAt, now)}</Remark>
      )}
      {keyKept === 'until-quit' && keyStanding !== 'absent' && (
        <Remark>{accountsText.untilQuitAdvice}</Remark>
      )}
    </>
  )
}

const lists = [
  { kind: 'workspaces', name: workspacesText.open },
  { kind: 'tags', name: tagsText.open },
  { kind: 'cloudflare', name: cloudflareText.open },
] as const

function Actions({ account: { id, keyStanding } }: { readonly account: LitemailAccount }) {
  const [isChecking, setIsChecking] = useState(false)
  const isAbsent = keyStanding === 'absent'
  const check = async () => {
    setIsChecking(true)
    await checkLitemail(id)
    setIsChecking(false)
  }
  return (
    <div className="flex flex-wrap gap-2">
      {!isAbsent && (
        <Button size="small" isPending={isChecking} onPress={() => void check()}>
          {isChecking ? accountsText.checking : litemailText.check}
        </Button>
      )}
      <Button
        size="small"
        look={isAbsent ? 'primary' : 'secondary'}
        onPress={() => openDialog({ kind: 'replace-litemail-key', accountId: id })}
      >
        {isAbsent ? accountsText.enterKey : accountsText.replaceKey}
      </Button>
      <Button size="small" onPress={() => openDialog({ kind: 'rename-litemail', accountId: id })}>
        {litemailText.rename}
      </Button>
      {!isAbsent && (
        <Button size="small" onPress={() => openDialog({ kind: 'what-answers', accountId: id })}>
          {litemailText.whatAnswers}
        </Button>
      )}
      {!isAbsent &&
        lists.map(({ kind, name }) => (
          <Button key={kind} size="small" onPress={() => openDialog({ kind, accountId: id })}>
            {name}
          </Button>
        ))}
      <Button size="small" onPress={() => showApiPath(id, null)}>
        {accountsText.apiPaths}
      </Button>
      <Button
        size="small"
        look="quiet-danger"
        className="ml-auto"
        onPress={() => openDialog({ kind: 'remove-litemail', accountId: id })}
      >
        {accountsText.remove}
      </Button>
    </div>
  )
}
