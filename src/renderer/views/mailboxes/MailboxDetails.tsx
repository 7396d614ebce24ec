import { Copy, Globe } from 'lucide-react'
import type { Output } from '../../../shared/contract'
import { allFieldsText, warmupText } from '../../../shared/text/window/credentials'
import { fleetListText } from '../../../shared/text/window/fleetList'
import { listText } from '../../../shared/text/window/list'
import { mailboxesText } from '../../../shared/text/window/mailboxes'
import { domains } from '../../state/domains'
import { mailboxes } from '../../state/mailboxes'
import { allFields, warmup } from '../../state/onDemand'
import { Button } from '../../ui/Button'
import { DueFact, PastFact, ReadFact, TagsFact, TextFact, UnseenNote } from '../fleetList/FactValues'
import { OtherFacts } from '../fleetList/OtherFacts'
import { Status } from '../fleetList/Value'
import { workspaceName } from '../fleetList/workspaces'
import { DetailsFrame } from '../list/details/DetailsFrame'
import { Fact, Facts } from '../list/details/Fact'
import { Large } from '../list/details/Large'
import { NoteField } from '../list/details/NoteField'
import { Credentials } from './credentials/Credentials'
import { OnDemandPart } from './OnDemandPart'
import { MailboxChanges } from './write/MailboxChanges'

type AboutMailbox = Output<'mailboxes.get'>

const idOf = ({ mailbox }: AboutMailbox) => mailbox.id

/** The region "Details" of a mailbox. */
export const MailboxDetails = () => (
  <DetailsFrame
    details={mailboxes.details}
    idOf={idOf}
    selection={mailboxes.selection}
    onShow={mailboxes.show}
    context={{ service: 'litemail' }}
  >
    {(about) => <About key={about.mailbox.id} about={about} />}
  </DetailsFrame>
)

/** Everything that is known of one mailbox; its credentials are asked for. */
function About({ about: { mailbox, other } }: { readonly about: AboutMailbox }) {
  const { id, email, domain, note } = mailbox
  const { columns } = mailboxesText
  const { facts } = fleetListText
  return (
    <div className="flex flex-col gap-5 px-4 pt-4 pb-6">
      <div className="flex flex-col gap-3">
        <Large text={email} />
        {mailbox.isUnseen && <UnseenNote readAt={mailbox.readAt} />}
        <div className="flex min-w-0 flex-wrap gap-2">
          <Button
            icon={<Copy className="size-4" aria-hidden="true" />}
            onPress={() => void mailboxes.copy({ ids: [id] })}
          >
            {listText.copy}
          </Button>
          {domain !== null && (
            <Button
              className="min-w-0 max-w-full"
              icon={<Globe className="size-4 shrink-0" aria-hidden="true" />}
              onPress={() => domains.open({ search: domain })}
            >
              <span className="truncate">{mailboxesText.showDomain(domain)}</span>
            </Button>
          )}
        </div>
      </div>
      <MailboxChanges id={id} />
      <NoteField id={id} note={note} save={mailboxes.saveNote} placeholder={mailboxesText.notePlaceholder} />
      <Facts>
        <TextFact name={columns.name} value={mailbox.name} />
        <TextFact name={columns.domain} value={domain} />
        <TextFact name={facts.workspace} value={workspaceName(mailbox.workspaceName, mailbox.workspaceId)} />
        <TextFact name={facts.account} value={mailbox.accountName} />
        <Fact name={facts.status}>
          <Status status={mailbox.status} />
        </Fact>
        <TagsFact tags={mailbox.tags} />
        <PastFact name={columns.assigned} value={mailbox.assignedAt} />
        <DueFact name={columns.renews} value={mailbox.renewsAt} />
        <PastFact name={facts.created} value={mailbox.createdAt} />
        <ReadFact at={mailbox.readAt} />
        <TextFact name={facts.serviceId} value={mailbox.serviceId} />
      </Facts>
      <Credentials id={id} accountId={mailbox.accountId} />
      <OnDemandPart store={warmup} text={warmupText} mailbox={mailbox} />
      <OtherFacts other={other} />
      <OnDemandPart store={allFields} text={allFieldsText} mailbox={mailbox} />
    </div>
  )
}
