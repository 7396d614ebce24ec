import { sensitiveText } from '../../../shared/text/sensitive'
import { aboutText } from '../../../shared/text/window/about'
import { dataText } from '../../../shared/text/window/data'
import { desktopSettingsText } from '../../../shared/text/window/desktop'
import { paletteText } from '../../../shared/text/window/palette'
import { settingsText } from '../../../shared/text/window/settings'
import { type Section, showSection } from '../../state/app'
import type { PaletteEntry } from './entry'

const { style, noHyphens, domains, theme } = settingsText
const { shortcut, command, tray, closing, isNotifying, isAddressNotified, startsAtLogin } =
  desktopSettingsText

/** What stands in each section, under its own words. */
const within: Readonly<Record<Section, readonly string[]>> = {
  accounts: [],
  addresses: [style, noHyphens, domains, theme],
  desktop: [
    shortcut,
    command,
    tray,
    closing,
    isNotifying,
    isAddressNotified,
    sensitiveText.hide,
    startsAtLogin,
  ],
  data: [dataText.transfer, dataText.backup, dataText.copies, dataText.diagnostics, dataText.removing],
  about: [aboutText.versions, aboutText.data, aboutText.links],
}

// The keys of a literal object are its sections.
const sections = Object.keys(within) as Section[]

/** Every section of the settings, and every setting with the section it stands in. */
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
  ...sections.flatMap((section) =>
    within[section].map(
      (name): PaletteEntry => ({
        kind: 'setting',
        id: `${section} ${name}`,
        name,
        about: paletteText.inSection(settingsText.sections[section]),
        run: () => showSection(section),
      }),
    ),
  ),
]
