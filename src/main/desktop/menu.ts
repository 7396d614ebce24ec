import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Command, Link } from '../../shared/app'
import type { WindowAct } from '../../shared/palette'
import { desktopText } from '../../shared/text/desktop'
import { type FieldAct, type MenuEntry, menu } from '../../shared/text/menu'

const text = desktopText.menu

export interface MenuActions {
  /** What a window does for the user; where none is open, one has to be opened first. */
  readonly onCommand: (command: Command) => void
  readonly onLink: (link: Link) => void
}

/** Puts Mailroom's menu in place of Electron's, with every shortcut of the application. */
export function installMenu(actions: MenuActions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(actions)))
}

/** Ticks "Hide Sensitive" as it stands, whoever changed it. */
export function tickSensitive(isHidden: boolean): void {
  const item = Menu.getApplicationMenu()?.getMenuItemById('hide-sensitive' satisfies Command)
  if (item) item.checked = isHidden
}

// Electron, "MenuItem", "Roles".
const roles: Readonly<Record<WindowAct | FieldAct, NonNullable<MenuItemConstructorOptions['role']>>> = {
  'close-window': 'close',
  quit: 'quit',
  'actual-size': 'resetZoom',
  'zoom-in': 'zoomIn',
  'zoom-out': 'zoomOut',
  'full-screen': 'togglefullscreen',
  redo: 'redo',
  cut: 'cut',
  copy: 'copy',
  paste: 'paste',
  'select-all': 'selectAll',
}

function menuTemplate(actions: MenuActions): MenuItemConstructorOptions[] {
  return [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    ...menu.map(({ label, groups }) => ({
      label,
      submenu: [
        ...groups.flatMap((entries, at): MenuItemConstructorOptions[] => [
          ...(at === 0 ? [] : [{ type: 'separator' } as const]),
          ...entries.flatMap((entry) => itemsOf(entry, actions)),
        ]),
        ...(label === text.view ? developerItems() : []),
      ],
    })),
  ]
}

function itemsOf(entry: MenuEntry, { onCommand, onLink }: MenuActions): MenuItemConstructorOptions[] {
  const { label } = entry
  switch (entry.kind) {
    case 'command':
      return [
        {
          id: entry.id,
          label,
          click: () => onCommand(entry.id),
          ...(entry.keys === undefined ? {} : { accelerator: entry.keys }),
          ...(entry.isTicked === undefined ? {} : { type: 'checkbox' }),
        },
      ]
    case 'link':
      return [{ id: entry.id, label, click: () => onLink(entry.id) }]
    default:
      return [{ role: roles[entry.id], label }, ...(entry.id === 'zoom-in' ? [unshiftedZoom] : [])]
  }
}

// The plus of most keyboards is a shifted key; people press it without.
const unshiftedZoom: MenuItemConstructorOptions = {
  role: 'zoomIn',
  accelerator: 'CommandOrControl+=',
  visible: false,
  acceleratorWorksWhenHidden: true,
}

function developerItems(): MenuItemConstructorOptions[] {
  if (app.isPackaged) return []
  return [
    { type: 'separator' },
    { role: 'reload', label: text.reload },
    { role: 'toggleDevTools', label: text.developerTools },
  ]
}
