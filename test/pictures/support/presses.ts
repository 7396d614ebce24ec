import type { AppError } from '../../../src/shared/errors'
import type { Ending, PressKept } from '../../support/profile/fill'
import { DAY, HOUR, MINUTE } from './moments'

const done = { state: 'done' } as const

type Sample = readonly [localPart: string, note: string, agoMs: number, ending?: Ending]

const samples: readonly Sample[] = [
  ['quiet-lantern-207', 'Trial of a note-taking app', 20 * MINUTE],
  ['amber-thistle-884', '', 3 * HOUR],
  ['brisk-harbor-412', 'Train tickets to the coast', 1 * DAY],
  ['clever-maple-930', 'Newsletter of the garden centre', 3 * DAY],
  ['dusty-comet-118', 'Invoices of the print shop', 9 * DAY],
  ['early-finch-655', 'Forum about old bicycles', 24 * DAY],
  ['fabled-orchid-071', '', 40 * DAY],
  ['gentle-pebble-346', 'Concert presale', 80 * DAY],
  ['humble-willow-529', 'Quotation for the new windows', 140 * DAY],
  ['icy-meadow-790', 'Recipe exchange', 330 * DAY],
]

/** Addresses of an ordinary year, newest first. */
export const ordinaryPresses = (): PressKept[] =>
  samples.map(([localPart, note, agoMs, ending = done]) => ({
    email: `${localPart}@ig.do`,
    note,
    at: Date.now() - agoMs,
    ending,
  }))

/** One address in each state that a list can show at rest. */
export const everyState = (): PressKept[] => {
  const at = (agoMs: number) => Date.now() - agoMs
  const unconfirmed = (problem: AppError): Ending => ({
    state: 'unconfirmed',
    problem,
  })
  return [
    { email: 'brave-teapot-553@ig.do', note: 'Waiting room Wi-Fi', at: at(30 * MINUTE), ending: 'waiting' },
    {
      email: 'sunny-ladder-190@ig.do',
      note: 'Bike insurance',
      at: at(50 * MINUTE),
      ending: unconfirmed({ kind: 'connection-lost' }),
    },
    {
      email: 'garden.club@ig.do',
      note: 'Spring meeting',
      drawnBits: 0,
      unanswered: 1,
      at: at(70 * MINUTE),
      ending: unconfirmed({ kind: 'owner-unknown', email: 'garden.club@ig.do' }),
    },
    { email: 'quiet-lantern-207@ig.do', note: 'Trial of a note-taking app', at: at(2 * HOUR), ending: done },
    {
      email: 'nimble-anchor-376@ig.do',
      at: at(3 * HOUR),
      ending: unconfirmed({
        kind: 'bad-response',
        operation: 'create address',
        place: '',
        problem: 'html',
        status: 200,
      }),
    },
    {
      email: 'plain-kettle-641@ig.do',
      at: at(26 * HOUR),
      ending: unconfirmed({ kind: 'interrupted' }),
    },
    { email: 'amber-thistle-884@ig.do', at: at(3 * DAY), ending: done },
  ]
}
