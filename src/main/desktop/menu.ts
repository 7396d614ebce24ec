import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Command, Link } from '../../shared/app'
import { desktopText } from '../../shared/text/desktop'

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

function menuTemplate({ onCommand, onLink }: MenuActions): MenuItemConstructorOptions[] {
  const command = (label: string, name: Command, accelerator?: string): MenuItemConstructorOptions => ({
    id: name,
    label,
    click: () => onCommand(name),
    ...(accelerator === undefined ? {} : { accelerator }),
  })
  return [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: text.file,
      submenu: [
        command(text.newAddress, 'new-address', 'CommandOrControl+N'),
        command(text.newAddressWith, 'new-address-with', 'CommandOrControl+Shift+N'),
        { type: 'separator' },
        command(text.import, 'import'),
        command(text.export, 'export', 'CommandOrControl+Shift+E'),
        { type: 'separator' },
        { role: 'close', label: text.closeWindow },
        { role: 'quit', label: text.quit },
      ],
    },
    {
      label: text.edit,
      submenu: [
        // The page knows whether a field or the list has the keyboard; Electron's own undo knows fields only.
        command(text.undo, 'undo', 'CommandOrControl+Z'),
        ...editItems(),
        { type: 'separator' },
        command(text.find, 'find', 'CommandOrControl+F'),
      ],
    },
    {
      label: text.view,
      submenu: [
        command(text.addresses, 'addresses', 'CommandOrControl+1'),
        command(text.overview, 'overview', 'CommandOrControl+2'),
        command(text.mailboxes, 'mailboxes', 'CommandOrControl+3'),
        command(text.domains, 'domains', 'CommandOrControl+4'),
        command(text.billing, 'billing', 'CommandOrControl+7'),
        command(text.activity, 'activity', 'CommandOrControl+5'),
        command(text.operations, 'operations', 'CommandOrControl+6'),
        command(text.settings, 'settings', 'CommandOrControl+,'),
        { type: 'separator' },
        {
          ...command(text.hideSensitive, 'hide-sensitive', 'CommandOrControl+Shift+H'),
          type: 'checkbox',
        },
        { type: 'separator' },
        { role: 'resetZoom', label: text.actualSize },
        { role: 'zoomIn', label: text.zoomIn },
        // The plus of most keyboards is a shifted key; people press it without.
        {
          role: 'zoomIn',
          accelerator: 'CommandOrControl+=',
          visible: false,
          acceleratorWorksWhenHidden: true,
        },
        { role: 'zoomOut', label: text.zoomOut },
        { type: 'separator' },
        { role: 'togglefullscreen', label: text.fullScreen },
        ...developerItems(),
      ],
    },
    {
      label: text.help,
      submenu: [
        { id: 'likedo', label: text.openLikeDo, click: () => onLink('likedo') },
        { id: 'licences', label: text.licences, click: () => onLink('licences') },
        { type: 'separator' },
        command(text.about, 'about'),
      ],
    },
  ]
}

function editItems(): MenuItemConstructorOptions[] {
  return [
    { role: 'redo', label: text.redo },
    { type: 'separator' },
    { role: 'cut', label: text.cut },
    { role: 'copy', label: text.copy },
    { role: 'paste', label: text.paste },
    { role: 'selectAll', label: text.selectAll },
  ]
}

function developerItems(): MenuItemConstructorOptions[] {
  if (app.isPackaged) return []
  return [
    { type: 'separator' },
    { role: 'reload', label: text.reload },
    { role: 'toggleDevTools', label: text.developerTools },
  ]
}
