import { Copy } from 'lucide-react'
import { desktopSettingsText as text } from '../../../shared/text/window/desktop'
import { copyCommand } from '../../state/desktop'
import { Button } from '../../ui/Button'
import { Part } from '../../ui/Part'

interface CommandPartProps {
  readonly command: string
  /** This desktop gives programs no global shortcuts: the command is the way. */
  readonly isInstead: boolean
}

/** What makes an address without a window, to be bound in the desktop's own settings. */
export const CommandPart = ({ command, isInstead }: CommandPartProps) => (
  <Part
    title={isInstead ? text.shortcut : text.command}
    lead={text.commandLead[isInstead ? 'instead' : 'beside']}
  >
    <div className="flex items-center gap-2">
      <code className="min-w-0 flex-1 rounded-md border border-line bg-sunken px-2.5 py-1.5 font-mono wrap-anywhere select-text">
        {command}
      </code>
      <Button
        aria-label={text.copyCommandNamed}
        icon={<Copy className="size-3.5 text-ink-soft" aria-hidden="true" />}
        onPress={() => void copyCommand()}
      >
        {text.copyCommand}
      </Button>
    </div>
    {isInstead && (
      <ol className="flex list-decimal flex-col gap-1.5 pl-5 text-pretty">
        {text.commandSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    )}
  </Part>
)
