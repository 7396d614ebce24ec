import { join } from 'node:path'
import { Menu, type MenuItemConstructorOptions, type NativeImage, nativeImage, Tray } from 'electron'
import { trayText } from '../../shared/text/tray'
import type { TrayAction, TrayItem, TrayLook } from '../rules/trayMenu'

/** In pixels, as the build draws them; the first is for a panel of usual height. */
const SIZES = [24, 16, 22, 32, 48]
const NORMAL = 24

/** Mailroom's icon in the tray, for as long as something shows it. */
export interface TrayIcon {
  /** Draws the icon and its menu anew: menus of tray icons cannot be changed (Electron, "Tray"). */
  draw(look: TrayLook, items: readonly TrayItem[]): void
  remove(): void
}

/** Puts the icon into the tray. `icons`: the folder of its pictures; `press` hears which item was chosen. */
export function putIntoTray(icons: string, press: (action: TrayAction) => void): TrayIcon {
  const tray = new Tray(picture(icons, 'normal'))
  let shown: TrayLook | null = null
  // Where a desktop tells of a click it is the quickest way to the window; elsewhere the menu has one.
  tray.on('click', () => press({ does: 'open' }))
  return {
    draw(look, items) {
      if (look !== shown) {
        tray.setImage(picture(icons, look))
        tray.setToolTip(trayText.tip[look])
        shown = look
      }
      tray.setContextMenu(Menu.buildFromTemplate(items.map((item) => template(item, press))))
    },
    remove: () => tray.destroy(),
  }
}

/** At every size that panels ask for: one size alone is blurred where it does not fit. */
function picture(icons: string, look: TrayLook): NativeImage {
  const image = nativeImage.createEmpty()
  for (const size of SIZES) {
    const { width, height } = { width: size, height: size }
    image.addRepresentation({
      scaleFactor: size / NORMAL,
      width,
      height,
      buffer: nativeImage.createFromPath(join(icons, `${look}-${size}.png`)).toPNG(),
    })
  }
  return image
}

function template(item: TrayItem, press: (action: TrayAction) => void): MenuItemConstructorOptions {
  switch (item.kind) {
    case 'rule':
      return { type: 'separator' }
    case 'line':
      return { label: plain(item.label), enabled: false }
    case 'menu':
      return { label: plain(item.label), submenu: item.items.map((inner) => template(inner, press)) }
    case 'action':
      return { label: plain(item.label), enabled: item.isOff !== true, click: () => press(item.action) }
    case 'choice':
      return {
        label: plain(item.label),
        type: 'checkbox',
        checked: item.isOn,
        click: () => press(item.action),
      }
    default:
      return item satisfies never
  }
}

/** A single & would underline the letter behind it. */
const plain = (label: string) => label.replaceAll('&', '&&')
