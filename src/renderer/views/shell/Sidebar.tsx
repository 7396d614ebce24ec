import {
  AtSign,
  FileOutput,
  Gauge,
  Globe,
  History,
  Inbox,
  Plug,
  Receipt,
  Settings as SettingsIcon,
  SquareTerminal,
} from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { Button } from 'react-aria-components/Button'
import { commonText } from '../../../shared/text/window/common'
import { shellText } from '../../../shared/text/window/shell'
import { openDialog, type Screen, showScreen, usePlace } from '../../state/app'
import { useHasLitemail } from '../../state/litemail'
import { classes } from '../../ui/classes'
import { Fetched } from './Fetched'
import { Mark } from './Mark'

const icons: Readonly<Record<Screen, ReactNode>> = {
  addresses: <AtSign className="size-4 shrink-0" aria-hidden="true" />,
  overview: <Gauge className="size-4 shrink-0" aria-hidden="true" />,
  mailboxes: <Inbox className="size-4 shrink-0" aria-hidden="true" />,
  domains: <Globe className="size-4 shrink-0" aria-hidden="true" />,
  exports: <FileOutput className="size-4 shrink-0" aria-hidden="true" />,
  billing: <Receipt className="size-4 shrink-0" aria-hidden="true" />,
  activity: <History className="size-4 shrink-0" aria-hidden="true" />,
  operations: <SquareTerminal className="size-4 shrink-0" aria-hidden="true" />,
  settings: <SettingsIcon className="size-4 shrink-0" aria-hidden="true" />,
}

/** The way between the screens. In a narrow window only its icons are left; their names stay. */
export const Sidebar = () => (
  <nav
    aria-label={shellText.navigation}
    className="flex w-50 shrink-0 flex-col gap-0.5 overflow-y-auto border-r border-line bg-sunken p-2 max-[680px]:w-13"
  >
    <div className="mb-2 flex h-9 shrink-0 items-center gap-2 px-2 font-semibold" aria-hidden="true">
      <Mark />
      <span className="max-[680px]:hidden">{commonText.brand}</span>
    </div>
    <Item screen="addresses" />
    <LitemailGroup />
    <div className="relative flex flex-col">
      <Item screen="activity" />
      <Fetched part="attention" isPatient />
    </div>
    <Item screen="operations" />
    <div className="flex-1" />
    <Item screen="settings" />
  </nav>
)

/** What is read at Litemail; the way to it where no account is connected yet. */
function LitemailGroup() {
  const id = useId()
  const hasLitemail = useHasLitemail()
  // Nothing flashes before it is known which.
  if (hasLitemail === null) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div role="group" aria-labelledby={id} className="my-2 flex flex-col gap-0.5">
      <p id={id} className="truncate px-2 pb-0.5 text-xs font-semibold text-ink-soft max-[680px]:sr-only">
        {shellText.litemail}
      </p>
      {hasLitemail ? (
        <>
          <Item screen="overview" />
          <Item screen="mailboxes" />
          <Item screen="domains" />
          <Item screen="exports" />
          <Item screen="billing" />
        </>
      ) : (
        <Line
          name={shellText.connectLitemail}
          icon={<Plug className="size-4 shrink-0" aria-hidden="true" />}
          onPress={() => openDialog({ kind: 'connect-litemail' })}
        />
      )}
    </div>
  )
}

function Item({ screen }: { readonly screen: Screen }) {
  const isHere = usePlace((place) => place.screen === screen)
  return (
    <Line
      name={shellText.screens[screen]}
      icon={icons[screen]}
      isHere={isHere}
      onPress={() => showScreen(screen)}
    />
  )
}

interface LineProps {
  readonly name: string
  readonly icon: ReactNode
  readonly isHere?: boolean
  readonly onPress: () => void
}

const Line = ({ name, icon, isHere = false, onPress }: LineProps) => (
  <Button
    aria-label={name}
    {...(isHere ? { 'aria-current': 'page' } : {})}
    onPress={onPress}
    className={classes(
      'flex h-8 shrink-0 cursor-default items-center gap-2.5 rounded-md px-2 text-left data-focus-visible:outline-offset-0 max-[680px]:justify-center',
      isHere
        ? 'bg-pressed font-medium text-ink'
        : 'text-ink-soft data-hovered:bg-hover data-hovered:text-ink data-pressed:bg-pressed',
    )}
  >
    {icon}
    <span className="truncate max-[680px]:hidden">{name}</span>
  </Button>
)
