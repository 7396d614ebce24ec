import type { Command, Link } from '../app'
import type { WindowAct } from '../palette'
import { desktopText } from './desktop'

const words = desktopText.menu

/** Works on whatever field has the keyboard. */
export type FieldAct = 'redo' | 'cut' | 'copy' | 'paste' | 'select-all'

/** One thing that the menu offers. `keys`: as Electron writes them, where it is not the system's own choice. */
export type MenuEntry =
  | {
      readonly kind: 'command'
      readonly id: Command
      readonly label: string
      readonly keys?: string
      /** Is on or off. */
      readonly isTicked?: true
    }
  | { readonly kind: 'link'; readonly id: Link; readonly label: string }
  | { readonly kind: 'window'; readonly id: WindowAct; readonly label: string }
  | { readonly kind: 'field'; readonly id: FieldAct; readonly label: string }

/** One menu: its entries in groups, between which a line is drawn. */
export interface MenuPart {
  readonly label: string
  readonly groups: readonly (readonly MenuEntry[])[]
}

const command = (id: Command, label: string, keys?: string): MenuEntry => ({
  kind: 'command',
  id,
  label,
  ...(keys === undefined ? {} : { keys }),
})

/** Every action and screen of Mailroom: the application menu is made of this, and so is what the palette offers. */
export const menu: readonly MenuPart[] = [
  {
    label: words.file,
    groups: [
      [
        command('new-address', words.newAddress, 'CommandOrControl+N'),
        command('new-address-with', words.newAddressWith, 'CommandOrControl+Shift+N'),
      ],
      [command('import', words.import), command('export', words.export, 'CommandOrControl+Shift+E')],
      [
        { kind: 'window', id: 'close-window', label: words.closeWindow },
        { kind: 'window', id: 'quit', label: words.quit },
      ],
    ],
  },
  {
    label: words.edit,
    groups: [
      [
        // The page knows whether a field or the list has the keyboard; Electron's own undo knows fields only.
        command('undo', words.undo, 'CommandOrControl+Z'),
        { kind: 'field', id: 'redo', label: words.redo },
      ],
      [
        { kind: 'field', id: 'cut', label: words.cut },
        { kind: 'field', id: 'copy', label: words.copy },
        { kind: 'field', id: 'paste', label: words.paste },
        { kind: 'field', id: 'select-all', label: words.selectAll },
      ],
      [command('find', words.find, 'CommandOrControl+F')],
    ],
  },
  {
    label: words.view,
    groups: [
      [command('palette', words.palette, 'CommandOrControl+K')],
      [
        command('addresses', words.addresses, 'CommandOrControl+1'),
        command('overview', words.overview, 'CommandOrControl+2'),
        command('mailboxes', words.mailboxes, 'CommandOrControl+3'),
        command('domains', words.domains, 'CommandOrControl+4'),
        command('exports', words.exports, 'CommandOrControl+5'),
        command('billing', words.billing, 'CommandOrControl+6'),
        command('activity', words.activity, 'CommandOrControl+7'),
        command('operations', words.operations, 'CommandOrControl+8'),
        command('settings', words.settings, 'CommandOrControl+,'),
      ],
      [
        {
          kind: 'command',
          id: 'hide-sensitive',
          label: words.hideSensitive,
          keys: 'CommandOrControl+Shift+H',
          isTicked: true,
        },
      ],
      [
        { kind: 'window', id: 'actual-size', label: words.actualSize },
        { kind: 'window', id: 'zoom-in', label: words.zoomIn },
        { kind: 'window', id: 'zoom-out', label: words.zoomOut },
      ],
      [{ kind: 'window', id: 'full-screen', label: words.fullScreen }],
    ],
  },
  {
    label: words.help,
    groups: [
      [
        { kind: 'link', id: 'likedo', label: words.openLikeDo },
        { kind: 'link', id: 'licences', label: words.licences },
      ],
      [command('about', words.about)],
    ],
  },
]

/** What the palette offers of the menu: all but itself and what needs a field, which has not got the keyboard then. */
export const paletteActions: readonly Exclude<MenuEntry, { kind: 'field' }>[] = menu
  .flatMap(({ groups }) => groups.flat())
  .filter((entry) => entry.kind !== 'field')
  .filter(({ id }) => id !== 'palette')
