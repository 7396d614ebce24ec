import { ExternalLink } from 'lucide-react'
import type { Authentication } from '../../../shared/litemail/account'
import { connectText } from '../../../shared/text/window/connect'
import { fieldsText } from '../../../shared/text/window/fields'
import { litemailText } from '../../../shared/text/window/litemail'
import { openLink } from '../../state/app'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { SecretField } from '../../ui/SecretField'
import type { KeySending } from './useKeySending'

interface LitemailKeyFieldProps {
  readonly sending: KeySending
  readonly authentication: Authentication
}

/** The field for a Litemail key, and where one comes from. */
export function LitemailKeyField({ sending, authentication }: LitemailKeyFieldProps) {
  const isJwt = authentication === 'jwt'
  return (
    <SecretField
      label={isJwt ? litemailText.jwt : litemailText.key}
      showLabel={connectText.showKey}
      hideLabel={connectText.hideKey}
      inputRef={sending.inputRef}
      complaint={sending.complaint === null ? null : fieldsText[isJwt ? 'jwt' : 'key'][sending.complaint]}
      onEdit={sending.onEdit}
      hint={
        <>
          {isJwt ? litemailText.jwtOrigin : litemailText.keyOrigin}{' '}
          <Button
            look="link"
            size="text"
            className="text-sm"
            icon={<ExternalLink className="size-3.5" aria-hidden="true" />}
            onPress={() => void openLink('litemail-keys')}
          >
            {litemailText.openKeys}
          </Button>
        </>
      }
    />
  )
}

const AUTHENTICATIONS: readonly Authentication[] = ['api-key', 'jwt']

interface AuthenticationFieldProps {
  readonly value: Authentication
  readonly onChange: (authentication: Authentication) => void
}

/** How requests say whose they are. */
export const AuthenticationField = (props: AuthenticationFieldProps) => (
  <Choice
    {...props}
    label={litemailText.authentication}
    options={AUTHENTICATIONS}
    labels={litemailText.authentications}
    hint={litemailText.authenticationHint}
  />
)
