import { execValue } from './commandWords'

/** A desktop entry that starts Mailroom, hidden, when its user logs in (Desktop Application Autostart Specification). */
export function autostartEntry(name: string, command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${name}`,
    `Exec=${execValue([...command, '--hidden'])}`,
    'Icon=mailroom',
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')
}

/**
 * Whether such a file starts anything. Desktops do not remove it when their user turns it off in their own settings:
 * they write `Hidden=true`, GNOME `X-GNOME-Autostart-enabled=false`.
 */
export function startsAnything(entry: string): boolean {
  const keys = readKeys(entry)
  const isOff = keys.get('Hidden') === 'true' || keys.get('X-GNOME-Autostart-enabled') === 'false'
  return !isOff && (keys.get('Exec') ?? '') !== ''
}

/** The keys of the group that counts; of a key that stands there twice the first. */
function readKeys(entry: string): ReadonlyMap<string, string> {
  const keys = new Map<string, string>()
  let group = ''
  for (const line of entry.split(/\r?\n/)) {
    const [, header] = /^\[(.*)\]\s*$/.exec(line) ?? []
    if (header !== undefined) group = header
    const [, key, value] = /^([A-Za-z0-9-]+)\s*=\s*(.*?)\s*$/.exec(line) ?? []
    if (group !== 'Desktop Entry' || key === undefined || value === undefined || keys.has(key)) continue
    keys.set(key, value)
  }
  return keys
}
