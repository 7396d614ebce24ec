import type { DesktopState } from '../../desktopState'
import type { Settings } from '../../settings'

type Tray = DesktopState['tray']
type Closing = Settings['closing']

/** Settings, Desktop: the window, the tray, notifications, the start and the global shortcut. */
export const desktopSettingsText = {
  failed: 'How Mailroom stands in this desktop could not be read',

  closing: 'Closing the window',
  closings: {
    auto: 'Automatic',
    stay: 'Keep running',
    quit: 'Quit',
  } satisfies Record<Closing, string>,
  closingMeanings: {
    auto: {
      shown: 'Here Mailroom goes on in the tray.',
      starting: 'Mailroom goes on where the desktop shows its tray icon, and quits where it does not.',
      none: 'Here closing the window quits Mailroom, which would be out of sight without a tray.',
    } satisfies Record<Tray, string>,
    stay: 'Mailroom goes on without its window. Starting it again shows the window.',
    stayUnseen:
      'Mailroom goes on without its window, and nothing on this desktop shows that it runs. Starting it again shows the window.',
    quit: 'What was asked for is finished first, then Mailroom ends.',
  },

  tray: 'Tray',
  trayStandings: {
    shown: 'Mailroom’s icon is in the tray. Its menu makes addresses and copies the last five.',
    starting: 'Looking for a tray on this desktop…',
    none: 'This desktop shows no tray icons. Use the shortcut or the command instead.',
  } satisfies Record<Tray, string>,
  noTrayNoShortcut: 'This desktop shows no tray icons. Use the command instead.',
  trayAdvice: 'On GNOME the extension “AppIndicator and KStatusNotifierItem Support” shows them.',

  notifications: 'Notifications',
  isNotifying: 'Show notifications',
  isNotifyingHint: 'How an address ended that was asked for outside this window.',
  isAddressNotified: 'Show the address in notifications',
  isAddressNotifiedHint: 'Off, they say only how it ended: for screens that others see.',
  cannotNotify: 'Nothing on this desktop shows notifications. How addresses ended stands in the window.',

  login: 'Start',
  startsAtLogin: 'Start at login',
  startsAtLoginHint: 'Hidden: without a window, with its icon in the tray where there is one.',
  loginUnknown: 'Whether Mailroom starts at login could not be read.',
  loginOn: 'Start at login',
  loginOff: 'Do not start at login',

  shortcut: 'Global shortcut',
  shortcutLead: 'Opens a small window for a new address, whatever program you are in.',
  shortcutOff: 'No shortcut yet',
  shortcutTaken: (keys: string) =>
    `Another program holds ${keys} now, so it does nothing here. Record another one, or close that program.`,
  record: 'Record shortcut',
  recordAgain: 'Record another',
  recording: 'New shortcut',
  recordingEmpty: 'Press a key combination…',
  recordingHeld: (keys: string) => `${keys}+…`,
  recordingHint: 'Escape leaves it as it is. Backspace turns it off.',
  turnOff: 'Turn off',
  refusals: {
    'no-modifier': 'Press Ctrl, Alt or Super together with a key.',
    key: 'This key cannot be part of a shortcut. Use a letter, a digit, a function key, Space or an arrow.',
    'alt-graph': 'AltGr types characters and cannot be part of a shortcut. Use the left Alt.',
  },
  shortcutSet: (keys: string) => `The shortcut is ${keys}.`,
  shortcutIsOff: 'The shortcut is off.',

  command: 'Command',
  commandLead: {
    beside: 'Opens the same small window. For a shortcut of your desktop’s own, or a script.',
    instead:
      'This desktop gives programs no global shortcuts. With one of its own it can run this command, which opens a small window for a new address.',
  },
  commandSteps: [
    'Copy the command.',
    'Open the keyboard settings of your desktop and add a custom shortcut. GNOME: Keyboard, View and Customise Shortcuts, Custom Shortcuts. KDE Plasma: Keyboard, Shortcuts, Add New, Command.',
    'Put the command there and press the keys you want.',
  ],
  copyCommand: 'Copy',
  copyCommandNamed: 'Copy the command',
  commandCopied: 'Copied: the command. Put it into your desktop’s keyboard settings.',
} as const

const KEY_NAMES: Readonly<Record<string, string>> = {
  CommandOrControl: 'Ctrl',
  Control: 'Ctrl',
  Return: 'Enter',
  Up: 'Up arrow',
  Down: 'Down arrow',
  Left: 'Left arrow',
  Right: 'Right arrow',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  PrintScreen: 'Print Screen',
}

/** A key combination as people know it: `Control+Shift+Space` is `Ctrl+Shift+Space`. */
export const shortcutWords = (accelerator: string): string =>
  accelerator
    .split('+')
    .map((key) => KEY_NAMES[key] ?? key.replace(/^num(\d)$/, 'Keypad $1'))
    .join('+')
