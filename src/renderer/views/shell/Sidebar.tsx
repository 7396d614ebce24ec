import { AtSign, History, Settings as SettingsIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { commonText } from '../../../shared/text/window/common'
import { shellText } from '../../../shared/text/window/shell'
import { type Screen, showScreen, usePlace } from '../../state/app'
import { classes } from '../../ui/classes'
import { Mark } from './Mark'

const icons: Readonly<Record<Screen, ReactNode>> = {
  addresses: <AtSign className="size-4" aria-hidden="true" />,
  activity: <History className="size-4" aria-hidden="true" />,
  settings: <SettingsIcon className="size-4" aria-hidden="true" />,
}

/** The way between the screens. In a narrow window only its icons are left; their names stay. */
export const Sidebar = () => (
  <nav
    aria-label={shellText.navigation}
    className="flex w-50 shrink-0 flex-col gap-0.5 border-r border-line bg-sunken p-2 max-[680px]:w-13"
  >
    <div className="mb-2 flex h-9 items-center gap-2 px-2 font-semibold" aria-hidden="true">
      <Mark />
      <span className="max-[680px]:hidden">{commonText.brand}</span>
    </div>
    <Item screen="addresses" />
    <Item screen="activity" />
    <div className="flex-1" />
    <Item screen="settings" />
  </nav>
)

function Item({ screen }: { readonly screen: Screen }) {
  const isHere = usePlace((place) => place.screen === screen)
  const name = shellText.screens[screen]
  return (
    <Button
      aria-label={name}
      {...(isHere ? { 'aria-current': 'page' } : {})}
      onPress={() => showScreen(screen)}
      className={classes(
        'flex h-8 cursor-default items-center gap-2.5 rounded-md px-2 text-left data-focus-visible:outline-offset-0 max-[680px]:justify-center',
        isHere
          ? 'bg-pressed font-medium text-ink'
          : 'text-ink-soft data-hovered:bg-hover data-hovered:text-ink data-pressed:bg-pressed',
      )}
    >
      {icons[screen]}
      <span className="truncate max-[680px]:hidden">{name}</span>
    </Button>
  )
}
