import type { Settings } from '../../../shared/settings'
import { sensitiveText } from '../../../shared/text/sensitive'
import { trayText } from '../../../shared/text/tray'
import { aboutText } from '../../../shared/text/window/about'
import { dataText } from '../../../shared/text/window/data'
import { desktopSettingsText as desktopText } from '../../../shared/text/window/desktop'
import { listText } from '../../../shared/text/window/list'
import { paletteText } from '../../../shared/text/window/palette'
import { settingsText } from '../../../shared/text/window/settings'
import { type Section, showAccount, showSection } from '../../state/app'
import { changeSettings } from '../../state/settings'
import type { PaletteEntry } from './entry'

/** Something in a section of the settings: the part of the page where it stands, and what it is called. */
interface Place {
  readonly section: Section
  readonly part: string
  readonly name: string
}

const at =
  (section: Section, part: string) =>
  (name: string = part): Place => ({ section, part, name })

const inNewAddresses = at('addresses', settingsText.newAddresses)
const inDomains = at('addresses', settingsText.domains)
const inTray = at('desktop', desktopText.tray)
const inNotifications = at('desktop', desktopText.notifications)

/** Where each setting is changed; null: on the screens that it is about. */
const placeOf: Readonly<Record<keyof Settings, Place | null>> = {
  theme: at('addresses', settingsText.look)(settingsText.theme),
  style: inNewAddresses(settingsText.style),
  prefix: inNewAddresses(settingsText.prefix),
  hasHyphens: inNewAddresses(settingsText.noHyphens),
  domains: inDomains(),
  defaultDomain: inDomains(settingsText.defaultDomain),
  shortcut: at('desktop', desktopText.shortcut)(),
  closing: inTray(desktopText.closing),
  isNotifying: inNotifications(desktopText.isNotifying),
  isAddressNotified: inNotifications(desktopText.isAddressNotified),
  isSensitiveHidden: at('desktop', sensitiveText.title)(sensitiveText.hide),
  density: null,
  addressColumns: null,
  addressSort: null,
  mailboxColumns: null,
  mailboxSort: null,
  domainColumns: null,
  domainSort: null,
  screen: null,
}

/** What else stands in the settings. */
const others: readonly Place[] = [
  at('desktop', desktopText.command)(),
  inTray(),
  at('desktop', desktopText.login)(desktopText.startsAtLogin),
  ...[dataText.transfer, dataText.backup, dataText.copies, dataText.diagnostics, dataText.removing].map(
    (part) => at('data', part)(),
  ),
  ...[aboutText.versions, aboutText.data, aboutText.links].map((part) => at('about', part)()),
]

const places: readonly Place[] = [...Object.values(placeOf).filter((place) => place !== null), ...others]

// The keys of a literal object are its sections.
const sections = Object.keys(settingsText.sections) as Section[]

/** What one of these settings can be is chosen at once. */
const choices: readonly PaletteEntry[] = [
  ...(['system', 'light', 'dark'] as const).map((theme) => ({
    id: `theme ${theme}`,
    name: paletteText.choice(settingsText.theme, settingsText.themes[theme]),
    run: () => void changeSettings({ theme }),
  })),
  ...(['comfortable', 'compact'] as const).map((density) => ({
    id: `density ${density}`,
    name: paletteText.choice(listText.density, listText.densities[density]),
    run: () => void changeSettings({ density }),
  })),
  ...(['on', 'off'] as const).map((is) => ({
    id: `notifications ${is}`,
    name: paletteText.choice(desktopText.notifications, paletteText.notifications[is]),
    // As the tray calls it.
    ...(is === 'off' ? { also: [trayText.pause] } : {}),
    run: () => void changeSettings({ isNotifying: is === 'on' }),
  })),
].map((entry) => ({ ...entry, kind: 'setting', about: '' }))

/** Every section of the settings, every setting with the section it stands in, and choices. */
export const settingEntries: readonly PaletteEntry[] = [
  ...sections.map(
    (section): PaletteEntry => ({
      kind: 'setting',
      id: section,
      name: settingsText.sections[section],
      about: paletteText.settings,
      also: [`${paletteText.settings} ${settingsText.sections[section]}`],
      run: () => showSection(section),
    }),
  ),
  ...places.map(
    ({ section, part, name }): PaletteEntry => ({
      kind: 'setting',
      id: `${section} ${name}`,
      name,
      about: paletteText.inSection(settingsText.sections[section]),
      run: () => showSection(section, part),
    }),
  ),
  ...choices,
]

/** The card of each account, where all that is done about it stands. */
export const accountEntries = (
  accounts: readonly { readonly id: string; readonly name: string }[],
): readonly PaletteEntry[] =>
  accounts.map(({ id, name }) => ({
    kind: 'setting',
    id: `account ${id}`,
    name,
    about: paletteText.inSection(settingsText.sections.accounts),
    run: () => showAccount(id),
  }))
