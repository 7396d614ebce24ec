import * as z from 'zod'
import { addressStyle, hostname, likeDoTag, localPart, note } from '../../shared/address'
import { err, ok, type Result } from '../../shared/result'
import { commandLineText as text } from '../../shared/text/commandLine'

/** An address asked for on the command line. */
export const createOrder = z.strictObject({
  /** Name or id of an account; null: the default one. */
  account: z.string().min(1).max(80).nullable(),
  localPart: localPart.nullable(),
  style: addressStyle.nullable(),
  domain: hostname.nullable(),
  tag: likeDoTag.nullable(),
  note: note.nullable(),
  isPrinted: z.boolean(),
  /** Seconds. */
  timeout: z.number().int().min(1).max(60),
})
export type CreateOrder = z.infer<typeof createOrder>

export interface CommandLine {
  readonly isDemo: boolean
  /** How many mailboxes sample data has; null: as many as it usually has. */
  readonly demoMailboxes: number | null
  readonly isHidden: boolean
  readonly userDataDir: string | null
  readonly create: CreateOrder | null
  /** The small window is wanted. */
  readonly isQuick: boolean
  readonly shows: 'help' | 'version' | null
}

/** At most twice as many as Mailroom is made for. */
const demoMailboxes = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number)
  .pipe(z.number().min(1).max(200_000))
  .nullable()

const orderValues = ['account', 'local-part', 'style', 'domain', 'tag', 'note', 'timeout'] as const
const values = [...orderValues, 'user-data-dir'] as const
const flags = ['new-address', 'quick-create', 'print', 'hidden', 'help', 'version'] as const
/** With a value or without. */
const either = ['demo'] as const
const onlyWithCreate = ['print', ...orderValues] as const

/**
 * Switches of the runtime that people and test tools rightly give beside ours (Electron, "Supported
 * Command Line Switches"). They are read by Electron, never by Mailroom.
 */
const runtimeSwitches = new Set([
  'ozone-platform',
  'ozone-platform-hint',
  'remote-debugging-port',
  'inspect',
  'inspect-brk',
  'lang',
  'enable-features',
  'disable-features',
  'force-device-scale-factor',
  'high-dpi-support',
  'disable-gpu',
  'enable-wayland-ime',
  'gtk-version',
  'force-dark-mode',
  'force-prefers-reduced-motion',
  'enable-logging',
  'v',
  'log-level',
  'js-flags',
  'proxy-server',
  'proxy-bypass-list',
  'proxy-pac-url',
  'disable-dev-shm-usage',
])

/**
 * The command line goes to the Mailroom that runs already, in one message with what was parsed of it. One
 * of more than 32 KB ends that Mailroom: Chromium takes it for hung (Chromium, process_singleton_posix.cc).
 */
const MOST_BYTES = 16 * 1024

/**
 * Reads what stands behind the program's name. `argv` is hostile: every option is known, stands once,
 * has the form `--name` or `--name=value`, and its value is parsed; else the answer is one line of words.
 */
export function parseCommandLine(argv: readonly string[]): Result<CommandLine, string> {
  if (Buffer.byteLength(argv.join('')) > MOST_BYTES) return err(text.tooLong)
  const given = new Map<string, string | true>()
  for (const word of argv) {
    const match = /^--([a-z][a-z0-9-]*)(?:=(.*))?$/s.exec(word)
    const name = match?.[1]
    if (name === undefined)
      return err(word.startsWith('-') ? text.unknownOption(shorten(word)) : text.notAnOption)
    if (runtimeSwitches.has(name)) continue
    const value = match?.[2]
    const option = `--${name}`
    if (given.has(name)) return err(text.twice(option))
    if (isOneOf(flags, name)) {
      if (value !== undefined) return err(text.takesNoValue(option))
      given.set(name, true)
    } else if (isOneOf(either, name)) {
      if (value === '') return err(text.needsValue(option))
      given.set(name, value ?? true)
    } else if (isOneOf(values, name)) {
      if (value === undefined || value === '') return err(text.needsValue(option))
      given.set(name, value)
    } else return err(text.unknownOption(shorten(option)))
  }
  const stray = onlyWithCreate.find((name) => given.has(name))
  if (stray !== undefined && !given.has('new-address')) return err(text.onlyWithNewAddress(`--${stray}`))
  const other = ['new-address', 'hidden'].find((name) => given.has(name))
  if (given.has('quick-create') && other !== undefined)
    return err(text.notTogether('--quick-create', `--${other}`))

  const create = given.has('new-address') ? readOrder(given) : ok(null)
  if (!create.ok) return create
  const mailboxes = demoMailboxes.safeParse(textOf(given, 'demo'))
  if (!mailboxes.success) return err(text.badValue('--demo'))
  return ok({
    isDemo: given.has('demo'),
    demoMailboxes: mailboxes.data,
    isHidden: given.has('hidden'),
    userDataDir: textOf(given, 'user-data-dir'),
    create: create.value,
    isQuick: given.has('quick-create'),
    shows: given.has('help') ? 'help' : given.has('version') ? 'version' : null,
  })
}

function readOrder(given: ReadonlyMap<string, string | true>): Result<CreateOrder, string> {
  const timeout = textOf(given, 'timeout') ?? '10'
  const parsed = createOrder.safeParse({
    account: textOf(given, 'account'),
    localPart: textOf(given, 'local-part'),
    style: textOf(given, 'style'),
    domain: textOf(given, 'domain'),
    tag: textOf(given, 'tag'),
    note: textOf(given, 'note'),
    isPrinted: given.has('print'),
    timeout: /^\d{1,2}$/.test(timeout) ? Number(timeout) : Number.NaN,
  })
  if (parsed.success) return ok(parsed.data)
  const place = parsed.error.issues[0]?.path[0]
  return err(text.badValue(place === 'localPart' ? '--local-part' : `--${String(place)}`))
}

const isOneOf = <T extends string>(names: readonly T[], name: string): name is T =>
  // `includes` of a literal tuple takes only its own members.
  (names as readonly string[]).includes(name)

function textOf(
  given: ReadonlyMap<string, string | true>,
  name: (typeof values | typeof either)[number],
): string | null {
  const value = given.get(name)
  return typeof value === 'string' ? value : null
}

/** Echoes no more than a terminal line of what somebody typed, and nothing that moves its cursor. */
const shorten = (word: string) => word.replace(/[^\x20-\x7e]/g, '?').slice(0, 60)

/**
 * The words behind the program's name. Started from source, the runtime is given the application's
 * folder as its first word that is not a switch.
 */
export function argumentsOf(argv: readonly string[], isFromSource: boolean): string[] {
  const words = argv.slice(1)
  if (!isFromSource) return words
  const folder = words.findIndex((word) => !word.startsWith('-'))
  return words.filter((_, at) => at !== folder)
}
