import { Eye, EyeOff } from 'lucide-react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { nextStepLabels } from '../../../../shared/text/errors'
import { sensitiveText } from '../../../../shared/text/sensitive'
import { credentialsText } from '../../../../shared/text/window/credentials'
import {
  type CredentialsStanding,
  hideCredentials,
  showCredentials,
  useCredentials,
} from '../../../state/credentials'
import { hideSensitive, useIsSensitiveHidden } from '../../../state/sensitive'
import { Button } from '../../../ui/Button'
import { focusIfLost } from '../../../ui/focusIfLost'
import { Problem } from '../../../ui/Problem'
import { Section } from '../../list/details/Section'
import { SecondsLeft } from './SecondsLeft'
import { Secrets } from './Secrets'

interface CredentialsProps {
  /** Of the mailbox. */
  readonly id: string
  readonly accountId: string
}

/** What opens a mailbox, hidden until asked for; hidden again by main, by the window, and when this goes. */
export function Credentials({ id, accountId }: CredentialsProps) {
  const section = useRef<HTMLElement>(null)
  const isSensitiveHidden = useIsSensitiveHidden()
  const standing = useStanding(id)
  useEffect(() => hideCredentials, [])
  useFocusKept(section, isSensitiveHidden ? 'refused' : standing.kind)
  const isShown = standing.kind === 'shown'
  const wasShown = useWasTrue(isShown)
  const isMissed = standing.kind === 'missed' && !isSensitiveHidden
  return (
    <Section ref={section} title={credentialsText.title} isBusy={standing.kind === 'asking'}>
      {isSensitiveHidden ? (
        <Refused />
      ) : standing.kind === 'shown' ? (
        <ShownOnes id={id} shown={standing} />
      ) : (
        <>
          {standing.kind === 'failed' && (
            <Problem
              error={standing.error}
              title={credentialsText.failed}
              context={{ service: 'litemail', accountId, redo: () => void showCredentials(id) }}
            />
          )}
          <p className="text-pretty text-ink-soft">{credentialsText.lead}</p>
          <div>
            <Button
              icon={<Eye className="size-4" aria-hidden="true" />}
              isPending={standing.kind === 'asking'}
              onPress={() => void showCredentials(id)}
            >
              {standing.kind === 'asking' ? credentialsText.asking : credentialsText.show}
            </Button>
          </div>
        </>
      )}
      <p role="status" className={isMissed ? 'text-pretty' : 'sr-only'}>
        {isShown && credentialsText.shown}
        {isMissed && credentialsText.missed}
        {!isShown && !isMissed && wasShown && credentialsText.hidden}
      </p>
    </Section>
  )
}

const HIDDEN: CredentialsStanding = { kind: 'hidden' }

const useStanding = (id: string): CredentialsStanding =>
  useCredentials(({ mailboxId, standing }) => (mailboxId === id ? standing : HIDDEN))

/** What had the keyboard goes when something else is drawn: it stays in this part. */
function useFocusKept(section: RefObject<HTMLElement | null>, drawn: string): void {
  const before = useRef(drawn)
  useEffect(() => {
    if (before.current === drawn) return
    before.current = drawn
    focusIfLost(() => section.current?.querySelector('button'))
  }, [drawn, section])
}

/** Whether it was so at any time since this part is here. */
function useWasTrue(is: boolean): boolean {
  const [was, setWas] = useState(is)
  if (is && !was) setWas(true)
  return was
}

function ShownOnes({
  id,
  shown,
}: {
  readonly id: string
  readonly shown: Extract<CredentialsStanding, { kind: 'shown' }>
}) {
  const { told, code, until } = shown
  const hasAny = told.password || told['app-password'] || code.kind !== 'none'
  return (
    <>
      {hasAny ? <Secrets id={id} told={told} code={code} /> : <p>{credentialsText.nothing}</p>}
      <div className="flex flex-wrap items-center gap-3">
        <Button icon={<EyeOff className="size-4" aria-hidden="true" />} onPress={hideCredentials}>
          {credentialsText.hide}
        </Button>
        {hasAny && (
          <span className="text-ink-soft">
            <SecondsLeft until={until} words={credentialsText.hidesIn} />
          </span>
        )}
      </div>
    </>
  )
}

/** While what is sensitive is hidden. */
const Refused = () => (
  <>
    <p className="text-ink-soft">{sensitiveText.on}</p>
    <div>
      <Button onPress={() => void hideSensitive(false)}>{nextStepLabels['show-sensitive']}</Button>
    </div>
  </>
)
