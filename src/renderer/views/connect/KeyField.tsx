import { ExternalLink } from 'lucide-react'
import { connectText } from '../../../shared/text/window/connect'
import { fieldsText } from '../../../shared/text/window/fields'
import { openLink } from '../../state/app'
import { Button } from '../../ui/Button'
import { SecretField } from '../../ui/SecretField'
import type { KeySending } from './useKeySending'

interface KeyFieldProps {
  readonly sending: KeySending
  /** The account whose server has the page; LikeDo's own where there is none yet. */
  readonly accountId?: string
}

/** The field for an API key, and where a key comes from. */
export const KeyField = ({ sending, accountId }: KeyFieldProps) => (
  <SecretField
    label={connectText.key}
    showLabel={connectText.showKey}
    hideLabel={connectText.hideKey}
    inputRef={sending.inputRef}
    complaint={sending.complaint === null ? null : fieldsText.key[sending.complaint]}
    onEdit={sending.onEdit}
    hint={
      <>
        {connectText.keyOrigin}{' '}
        <Button
          look="link"
          size="text"
          className="text-sm"
          icon={<ExternalLink className="size-3.5" aria-hidden="true" />}
          onPress={() => void openLink('likedo-keys', accountId)}
        >
          {connectText.openKeys}
        </Button>
      </>
    }
  />
)
