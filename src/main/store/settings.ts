import * as z from 'zod'
import { defaultSettings, type Settings, settings } from '../../shared/settings'
import { jsonIn } from './columns'
import { keptReads, keptWrites } from './kept'
import type { Sql } from './sql'

const { shape } = settings
// Each stands for itself: one broken value never takes the others with it.
const storedSettings = z.object({
  theme: shape.theme.catch(defaultSettings.theme),
  style: shape.style.catch(defaultSettings.style),
  prefix: shape.prefix.catch(defaultSettings.prefix),
  hasHyphens: shape.hasHyphens.catch(defaultSettings.hasHyphens),
  domains: shape.domains.catch(defaultSettings.domains),
  defaultDomain: shape.defaultDomain.catch(defaultSettings.defaultDomain),
  addressColumns: shape.addressColumns.catch(defaultSettings.addressColumns),
  addressSort: shape.addressSort.catch(defaultSettings.addressSort),
  mailboxColumns: shape.mailboxColumns.catch(defaultSettings.mailboxColumns),
  mailboxSort: shape.mailboxSort.catch(defaultSettings.mailboxSort),
  domainColumns: shape.domainColumns.catch(defaultSettings.domainColumns),
  domainSort: shape.domainSort.catch(defaultSettings.domainSort),
  screen: shape.screen.catch(defaultSettings.screen),
  density: shape.density.catch(defaultSettings.density),
  shortcut: shape.shortcut.catch(defaultSettings.shortcut),
  isNotifying: shape.isNotifying.catch(defaultSettings.isNotifying),
  isAddressNotified: shape.isAddressNotified.catch(defaultSettings.isAddressNotified),
  closing: shape.closing.catch(defaultSettings.closing),
  isSensitiveHidden: shape.isSensitiveHidden.catch(defaultSettings.isSensitiveHidden),
})

export const settingsReads = (sql: Sql) => {
  const { load } = keptReads(sql, 'setting')
  return {
    /** What was never set, or cannot be read, is as it is by default. */
    'settings.get': (): Settings =>
      storedSettings.parse(
        Object.fromEntries(
          Object.keys(shape).map((key) => [key, jsonIn<unknown>(z.unknown(), load(key), undefined)]),
        ),
      ),
  }
}

const settingsPatch = z.strictObject(settings.partial().shape)
export type SettingsPatch = z.input<typeof settingsPatch>

export const settingsWrites = (sql: Sql) => {
  const { 'settings.get': get } = settingsReads(sql)
  const { save } = keptWrites(sql, 'setting')
  return {
    /** What the patch leaves out stays. */
    'settings.update': (patch: SettingsPatch): Settings => {
      for (const [key, value] of Object.entries(settingsPatch.parse(patch))) {
        if (value !== undefined) save(key, JSON.stringify(value))
      }
      return get()
    },
  }
}
