import { Copy } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Credential } from '../../../../shared/credentials'
import { credentialsText } from '../../../../shared/text/window/credentials'
import { listText } from '../../../../shared/text/window/list'
import {
  type CodeStanding,
  type CredentialsStanding,
  copyCredential,
  secretIn,
} from '../../../state/credentials'
import { Button } from '../../../ui/Button'
import { NotTold } from '../../fleetList/Value'
import { SecondsLeft, useSecondsLeft } from './SecondsLeft'

type Shown = Extract<CredentialsStanding, { kind: 'shown' }>

/** Past React, which would keep them; each is the same function at every drawing, or it would be drawn anew. */
const drawn = {
  password: secretIn('password'),
  'app-password': secretIn('app-password'),
  code: secretIn('code'),
}

interface SecretsProps {
  readonly id: string
  readonly told: Shown['told']
  readonly code: CodeStanding
}

/** What opens a mailbox, each with a way to copy it; said where the service did not tell it. */
export const Secrets = ({ id, told, code }: SecretsProps) => (
  <dl className="grid grid-cols-[max-content_minmax(0,1fr)_max-content] items-center gap-x-4 gap-y-2">
    <Secret what="password">{told.password ? <Text id={id} what="password" /> : <None />}</Secret>
    <Secret what="app-password">
      {told['app-password'] ? <Text id={id} what="app-password" /> : <None />}
    </Secret>
    <Secret what="code">
      {code.kind === 'code' && <Code id={id} code={code} />}
      {code.kind === 'none' && <None />}
      {code.kind === 'unreadable' && (
        <dd className="col-span-2 text-warn-ink">{credentialsText.seeds[code.problem]}</dd>
      )}
    </Secret>
  </dl>
)

const Secret = ({ what, children }: { readonly what: Credential; readonly children: ReactNode }) => (
  <>
    <dt className="text-ink-soft">{credentialsText.names[what]}</dt>
    {children}
  </>
)

const None = () => (
  <dd className="col-span-2">
    <NotTold />
  </dd>
)

interface OneProps {
  readonly id: string
  readonly what: Credential
}

// To the letter, spaces and all, and in the order in which it is typed. Not to be selected: what is copied by hand nobody
// would take off the clipboard, nor write down.
const Text = ({ id, what }: OneProps) => (
  <>
    <dd
      className="min-w-0 font-mono whitespace-pre-wrap wrap-anywhere [direction:ltr] [unicode-bidi:bidi-override]"
      ref={drawn[what]}
      translate="no"
    />
    <CopyOne id={id} what={what} />
  </>
)

function Code({ id, code }: { readonly id: string; readonly code: Extract<CodeStanding, { kind: 'code' }> }) {
  return (
    <>
      <dd className="flex min-w-0 flex-wrap items-center gap-x-3">
        <span className="font-mono text-lg tracking-wider" ref={drawn.code} translate="no" />
        <span className="flex items-center gap-2 text-ink-soft">
          <Gauge endsAt={code.endsAt} periodMs={code.periodMs} />
          <SecondsLeft
            until={code.endsAt}
            words={credentialsText.codeEndsIn}
            name={credentialsText.codeEnds}
          />
        </span>
      </dd>
      <CopyOne id={id} what="code" />
    </>
  )
}

/** Where somebody asked for less motion the seconds beside it do. */
function Gauge({ endsAt, periodMs }: { readonly endsAt: number; readonly periodMs: number }) {
  const seconds = useSecondsLeft(endsAt)
  return (
    <meter
      className="gauge w-8 motion-reduce:hidden"
      aria-hidden="true"
      min={0}
      max={periodMs / 1_000}
      value={seconds}
      low={6}
      optimum={periodMs / 1_000}
    />
  )
}

const CopyOne = ({ id, what }: OneProps) => (
  <dd>
    <Button
      size="small"
      icon={<Copy className="size-3.5" aria-hidden="true" />}
      aria-label={credentialsText.copy(credentialsText.names[what])}
      onPress={() => void copyCredential(id, what)}
    >
      {listText.copy}
    </Button>
  </dd>
)
