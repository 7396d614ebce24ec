import { Copy, Mails, Pencil, Plus } from 'lucide-react'
import type { Output } from '../../../shared/contract'
import { assigningText } from '../../../shared/text/window/assigning'
import { figure } from '../../../shared/text/window/common'
import { domainsText } from '../../../shared/text/window/domains'
import { domainWritesText } from '../../../shared/text/window/domainWrites'
import { fleetListText } from '../../../shared/text/window/fleetList'
import { listText } from '../../../shared/text/window/list'
import { domains } from '../../state/domains'
import { mailboxes } from '../../state/mailboxes'
import { Button } from '../../ui/Button'
import { DueFact, PastFact, ReadFact, TagsFact, TextFact, UnseenNote } from '../fleetList/FactValues'
import { OtherFacts } from '../fleetList/OtherFacts'
import { NotTold, Status } from '../fleetList/Value'
import { workspaceName } from '../fleetList/workspaces'
import { DetailsFrame } from '../list/details/DetailsFrame'
import { Fact, Facts } from '../list/details/Fact'
import { Large } from '../list/details/Large'
import { NoteField } from '../list/details/NoteField'
import { assignMailboxes } from '../mailboxes/write/deeds'
import { DomainHealthParts } from './health/DomainHealthParts'
import { DomainMailboxes } from './health/DomainMailboxes'
import { DomainMenu } from './write/DomainMenu'

type AboutDomain = Output<'domains.get'>

const idOf = ({ domain }: AboutDomain) => domain.id

/** The region "Details" of a domain. */
export const DomainDetails = () => (
  <DetailsFrame
    details={domains.details}
    idOf={idOf}
    selection={domains.selection}
    onShow={domains.show}
    context={{ service: 'litemail' }}
  >
    {(about) => <About key={about.domain.id} about={about} />}
  </DetailsFrame>
)

/** Everything that is known of one domain. */
function About({ about: { domain, other } }: { readonly about: AboutDomain }) {
  const { id, name, note } = domain
  const { columns } = domainsText
  const { facts } = fleetListText
  return (
    <div className="flex flex-col gap-5 px-4 pt-4 pb-6">
      <div className="flex flex-col gap-3">
        <Large text={name} />
        {domain.isUnseen && <UnseenNote readAt={domain.readAt} />}
        {domain.serviceId === null && (
          <p className="rounded-md border border-line bg-sunken px-3 py-2 text-ink-soft select-text">
            {domainsText.onlySeen}. {domainsText.onlySeenMeaning}
          </p>
        )}
        <div className="flex min-w-0 flex-wrap gap-2">
          <Button
            icon={<Copy className="size-4" aria-hidden="true" />}
            onPress={() => void domains.copy({ ids: [id] })}
          >
            {listText.copy}
          </Button>
          <Button
            icon={<Mails className="size-4" aria-hidden="true" />}
            onPress={() => mailboxes.open({ domains: [name] })}
          >
            {domainsText.showMailboxes}
          </Button>
          {domain.serviceId !== null && (
            <Button
              icon={<Plus className="size-4" aria-hidden="true" />}
              onPress={() => assignMailboxes({ accountId: domain.accountId, domain: name })}
            >
              {assigningText.open}
            </Button>
          )}
          {domain.serviceId !== null && (
            <DomainMenu about={() => ({ choice: { ids: [id] }, count: 1, only: domain })}>
              <Button icon={<Pencil className="size-4" aria-hidden="true" />}>
                {domainWritesText.change}
              </Button>
            </DomainMenu>
          )}
        </div>
      </div>
      <NoteField id={id} note={note} save={domains.saveNote} placeholder={domainsText.notePlaceholder} />
      <Facts>
        <Fact name={columns.mailboxes}>
          <Mailboxes read={domain.mailboxes} said={domain.saidMailboxes} />
        </Fact>
        <TextFact name={facts.workspace} value={workspaceName(domain.workspaceName, domain.workspaceId)} />
        <TextFact name={facts.account} value={domain.accountName} />
        <Fact name={facts.status}>
          <Status status={domain.status} />
        </Fact>
        <TagsFact tags={domain.tags} />
        <PastFact name={columns.registered} value={domain.registeredAt} />
        <DueFact name={columns.expires} value={domain.expiresAt} />
        <Fact name={domainsText.autoRenewing}>
          {domain.isAutoRenewing === null ? (
            <NotTold />
          ) : domain.isAutoRenewing ? (
            fleetListText.yes
          ) : (
            fleetListText.no
          )}
        </Fact>
        <TextFact name={columns.forwarding} value={domain.forwardTo} isLink />
        <TextFact name={columns['catch-all']} value={domain.catchAllEmail} />
        <TextFact name={columns.dmarc} value={domain.dmarcEmail} />
        <ReadFact at={domain.readAt} />
        <TextFact name={facts.serviceId} value={domain.serviceId} />
      </Facts>
      <DomainMailboxes domain={domain} />
      <DomainHealthParts domain={domain} />
      <OtherFacts other={other} />
    </div>
  )
}

/** Those that were read, and what the service says where that is not the same. */
function Mailboxes({ read, said }: { readonly read: number | null; readonly said: number | null }) {
  if (read === null && said === null) return <NotTold />
  if (read === null)
    return (
      <>
        {domainsText.mailboxesUnknown}
        {said !== null && ` · ${domainsText.saidMailboxes(said)}`}
      </>
    )
  return (
    <>
      {figure(read)}
      {said !== null && said !== read && (
        <span className="text-ink-soft"> · {domainsText.saidMailboxes(said)}</span>
      )}
    </>
  )
}
