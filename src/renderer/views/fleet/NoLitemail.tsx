import { Plug } from 'lucide-react'
import { fleetText } from '../../../shared/text/window/fleet'
import { openDialog } from '../../state/app'
import { Button } from '../../ui/Button'
import { Message } from '../../ui/Message'

/** What a screen of the fleet says before there is an account. */
export const NoLitemail = () => (
  <Message
    icon={<Plug className="size-5" aria-hidden="true" />}
    title={fleetText.noAccount}
    actions={
      <Button look="primary" onPress={() => openDialog({ kind: 'connect-litemail' })}>
        {fleetText.connect}
      </Button>
    }
  >
    {fleetText.noAccountLead}
  </Message>
)
