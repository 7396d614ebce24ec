import type { Starts } from './coldStart'
import type { CreateTimes } from './create'
import { type JobTimes, jobFigures } from './job'
import type { ListTimes } from './list'
import type { Machine } from './machine'
import type { PaletteTimes } from './palette'
import type { QuickTimes } from './quickCreate'
import type { Mark } from './start'
import { median, quantile, ratios } from './statistics'
import { type SyncTimes, syncFigures } from './sync'

/** One measured thing, beside its limit. */
export interface Figure {
  readonly name: string
  readonly value: number
  /** `times`: how often a blank window's. */
  readonly unit: 'times' | 'ms' | 'count'
  /** Null where it is only told. */
  readonly limit: number | null
  /** The absolute values behind it, as words. */
  readonly beside: string
}

interface Measured {
  readonly blank: Starts
  readonly mailrooms: readonly Starts[]
  readonly creates: CreateTimes
  readonly quick: QuickTimes
  readonly lists: readonly ListTimes[]
  readonly palette: PaletteTimes
  readonly sync: SyncTimes
  readonly job: JobTimes
}

/** Budgets. What a person feels is told beside them in milliseconds. */
const LIMITS = {
  coldStart: 1.5,
  memory: 1.5,
  create: 30,
  shortcut: 100,
  key: 50,
  facets: 250,
  frame: 20,
  longestFrame: 50,
} as const
const MEGABYTE = 1024 * 1024

/** What the measured values come to: of the rounds the one in the middle. */
export function figuresOf(measured: Measured): Figure[] {
  const { blank, mailrooms, creates, quick, lists, palette, sync, job } = measured
  return [
    ...mailrooms.map((mailroom) => {
      const [took, unit] = [tookOf(mailroom), tookOf(blank)]
      return {
        name: `Cold start, ${mailroom.name}`,
        value: median(ratios(took, unit)),
        unit: 'times',
        limit: LIMITS.coldStart,
        beside: `${whole(median(took))} ms against ${whole(median(unit))} ms`,
      } as const
    }),
    ...mailrooms.map((mailroom) => {
      const [held, unit] = [megabytesOf(mailroom), megabytesOf(blank)]
      return {
        name: `Memory, ${mailroom.name}`,
        value: median(ratios(held, unit)),
        unit: 'times',
        limit: LIMITS.memory,
        beside: `${whole(median(held))} MB against ${whole(median(unit))} MB`,
      } as const
    }),
    create('Create: click to “Copied” on the screen', creates.window, LIMITS.create),
    create('Create: the window’s call to its answer', creates.call, null),
    create('Create: the action alone', creates.action, null),
    ...quickFigures(quick),
    ...lists.flatMap(listFigures),
    paletteFigure(palette),
    ...syncFigures(sync),
    ...jobFigures(job),
  ]
}

const tookOf = ({ starts }: Starts): number[] => starts.map(({ took }) => took)
const megabytesOf = ({ starts }: Starts): number[] => starts.map(({ memory }) => memory.pss / MEGABYTE)

const quickFigures = ({ keys, enters }: QuickTimes): Figure[] => [
  {
    name: 'Quick create: shortcut to the focused field',
    value: quantile(keys, 0.95),
    unit: 'ms',
    limit: LIMITS.shortcut,
    beside: `95 of 100 of ${keys.length} presses; the middle one ${whole(median(keys))} ms`,
  },
  {
    name: 'Quick create: Enter to another program’s clipboard',
    value: quantile(enters, 0.95),
    unit: 'ms',
    limit: null,
    beside: `95 of 100 of ${enters.length}; the middle one ${whole(median(enters))} ms; with xdotool and xclip`,
  },
]

const listFigures = ({ list: name, rows, keys, frames, facets }: ListTimes): Figure[] => {
  const list = `${rows.toLocaleString('en')} ${name}`
  return [
    {
      name: `Search, ${list}: key to painted rows`,
      value: quantile(keys, 0.95),
      unit: 'ms',
      limit: LIMITS.key,
      beside: `95 of 100 of ${keys.length} keys; the middle one ${whole(median(keys))} ms`,
    },
    {
      name: `Counts of the filters, ${list}`,
      value: quantile(facets, 0.95),
      unit: 'ms',
      limit: LIMITS.facets,
      beside: `95 of 100 of ${facets.length} searches; the middle one ${whole(median(facets))} ms`,
    },
    {
      name: `Scrolling, ${list}: a frame`,
      value: quantile(frames, 0.95),
      unit: 'ms',
      limit: LIMITS.frame,
      beside: `95 of 100 of ${frames.length} frames; the middle one ${whole(median(frames))} ms`,
    },
    {
      name: `Scrolling, ${list}: the longest frame`,
      value: Math.max(...frames),
      unit: 'ms',
      limit: LIMITS.longestFrame,
      beside: '',
    },
  ]
}

const paletteFigure = ({ rows, keys }: PaletteTimes): Figure => ({
  name: `Palette, ${rows.toLocaleString('en')} addresses and as many mailboxes: key to painted results`,
  value: quantile(keys, 0.95),
  unit: 'ms',
  limit: LIMITS.key,
  beside: `95 of 100 of ${keys.length} keys; the middle one ${whole(median(keys))} ms`,
})

const create = (name: string, times: readonly number[], limit: number | null): Figure => ({
  name,
  value: median(times),
  unit: 'ms',
  limit,
  beside: `without the service’s own time; 9 of 10 within ${whole(quantile(times, 0.9))} ms`,
})

/** So far beyond its limit that noise is no excuse. */
export const beyond = ({ value, limit }: Figure): boolean => limit !== null && !(value <= limit * 1.5)

interface Told extends Pick<Measured, 'blank' | 'mailrooms'> {
  readonly figures: readonly Figure[]
  readonly runs: number
  readonly machine: Machine
  readonly electron: { readonly version: string; readonly pinnedVersion: string }
}

/** Everything as text for a terminal. */
export function table({ figures, blank, mailrooms, runs, machine, electron }: Told): string {
  const isPinned = electron.version === electron.pinnedVersion
  const runtime = `Electron ${electron.version}${isPinned ? '' : ` (made for ${electron.pinnedVersion})`}`
  const rows = figures.map(({ name, value, unit, limit, beside }) => [
    name,
    inUnit(value, unit),
    limit === null ? '' : `≤ ${inUnit(limit, unit)}`,
    limit === null ? '' : value <= limit ? 'within' : 'over',
    beside,
  ])
  const parts = [blank, ...mailrooms].map(({ name, starts }) => {
    const at = MARKS.flatMap((mark) => {
      const seen = starts.flatMap(({ marks }) => marks[mark] ?? [])
      return seen.length === 0 ? [] : [`${mark} ${whole(median(seen))}`]
    })
    return `  ${name}: ${at.join(' · ')}`
  })
  return [
    '',
    `${runtime}, ${machine.processors} × ${machine.model}, load ${machine.load}`,
    `Ratios to a blank window of the same Electron, ${runs} rounds in turns, the middle one of each; create: the middle one.`,
    '',
    ...columns(rows),
    '',
    'Milliseconds from spawn, of each start:',
    ...parts,
    '',
  ].join('\n')
}

const MARKS: readonly Mark[] = [
  'main',
  'ready',
  'window',
  'navigated',
  'dom-ready',
  'ready-to-show',
  'show',
  'usable',
]

const whole = (value: number): string => value.toFixed(0)
const inUnit = (value: number, unit: Figure['unit']): string => {
  if (unit === 'count') return whole(value)
  return unit === 'times' ? `${value.toFixed(2)} ×` : `${value.toFixed(value < 10 ? 1 : 0)} ms`
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('   ')
      .trimEnd(),
  )
}
