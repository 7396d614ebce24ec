import type { Account } from '../../shared/account'
import type { Created } from '../../shared/address'
import type { Recovery } from '../../shared/backup'
import type { Topic } from '../../shared/contract'
import type { AppError, AppErrorOf } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import type { Keys } from '../secrets/keys'
import type { Aside } from '../store/aside'
import type { RecoveryMark } from '../store/recovering'
import type { JournalRow } from '../store/rows'
import type { Store } from '../store/store'
import type { Clock } from '../upstream/clock'
import type { Transport } from '../upstream/exchange'
import type { Limiter } from '../upstream/limiter'
import type { Snapshots } from './choice'
import type { CredentialExports } from './credentials/exportCredentials'
import type { Shown } from './credentials/shown'
import type { FleetReadings, FleetRuns } from './fleet/reading'
import type { Jobs } from './jobs/running'
import type { Line } from './line'
import type { Mail, MailNews } from './messages/mail'
import type { ListingState } from './refreshListings'
import type { RunningBatch } from './runBatch'
import type { StagedFile } from './stageContent'

/** Lets the user choose a file; null where none was chosen. Paths never leave main. */
export interface FileChoice {
  open(what: 'import' | 'backup' | 'api-paths' | 'mailboxes'): Promise<string | null>
  /** `name`: what the file is called unless the user says otherwise. */
  save(what: 'csv' | 'json' | 'backup' | 'diagnostics', name: string): Promise<string | null>
}

/** What lies around the profile: the program, its log, and its entry among what starts at login. */
export interface Surroundings {
  /** Versions and the platform, by name. */
  facts(): Readonly<Record<string, string>>
  /** The end of the log; '' where there is none. */
  readLog(): Promise<string>
  /** Ends the log and removes it. False where something of it stays. */
  removeLog(): Promise<boolean>
  removeLoginItem(): Promise<Result<void, AppError>>
}

/** The clipboard as it was when somebody asked for an address. */
export interface ClipboardMark {
  /** In milliseconds of a clock that only goes forward. */
  readonly at: number
  /** Null where it could not be read. */
  readonly text: string | null
}

/** The clipboard for what is not to stay there. */
export interface SecretClipboard {
  /** As `copy`; taken off after half a minute, or when Mailroom ends, where the clipboard still has it. */
  copy(text: string): Promise<Result<void, AppErrorOf<'clipboard' | 'clipboard-focus' | 'clipboard-late'>>>
  /** Takes off at once what was copied so, where it is still there. Never fails. */
  clear(): Promise<void>
}

/** A file that the user chose and that later calls come back to. */
export interface OpenedFile {
  readonly path: string
  readonly what: 'import' | 'backup' | 'api-paths' | 'mailboxes'
  /** What the action that opened it knows of it. */
  readonly content: unknown
}

/** A damaged database that was put aside, until the user has decided about it. */
export interface RecoveryPort {
  mark(): RecoveryMark | null
  /** Throws errors of the file system. */
  end(): void
  /** What can still be read of it; read once a run. */
  readable: Promise<Recovery['readable']> | null
}

/** What an action works with. Everything that reaches outside the program comes in here. */
export interface Context {
  readonly store: Store
  readonly transport: Transport
  readonly limiter: Limiter
  readonly keys: Keys
  readonly clock: Clock
  readonly line: Line
  /** Presses under way in this process, by request id. */
  readonly underWay: Map<string, Promise<Result<Created, AppError>>>
  /** Rows that a press is working on, from their place in the line to their ending, by id. */
  readonly inLine: Set<string>
  /** Rows that are being settled in this process, by id. */
  readonly settling: Map<string, Promise<Result<JournalRow, AppError>>>
  /** Rows that the background looks into time and again, by id. */
  readonly settlingLater: Set<string>
  /** Where the database is, and the copies of it. */
  readonly folder: string
  readonly files: FileChoice
  readonly openedFiles: Map<string, OpenedFile>
  /** Backups and copies whose content was read in and waits to be merged, by token. */
  readonly stagedFiles: Map<string, StagedFile>
  /** Reads and copies whole database files. */
  readonly aside: Aside
  readonly recovery: RecoveryPort
  readonly around: Surroundings
  readonly snapshots: Snapshots
  /** What is being read from services' lists, by account. */
  readonly listings: Map<string, ListingState>
  readonly batches: Map<string, RunningBatch>
  /** Messages of addresses, and who looks at them. */
  readonly mail: Mail
  /** Mail came for an address that somebody watches. */
  readonly tellMail: (news: MailNews) => void
  /** What is being read of fleets. */
  readonly readings: FleetReadings
  readonly fleetRuns: FleetRuns
  readonly jobs: Jobs
  /** Whether the last request to a server found anybody; true where none was sent yet. */
  readonly isReached: (origin: string) => boolean
  /** So many of so many rows of an export are in its file. */
  readonly tellProgress: (progress: { requestId: string; done: number; total: number }) => void
  /** Something changed that is not in the store. */
  readonly tellChanged: (topics: readonly Topic[]) => void
  readonly markClipboard: () => Promise<ClipboardMark>
  /**
   * Answers only then that the text is on the clipboard when another program can read it. With a mark it leaves a
   * clipboard alone that somebody used since, and one whose mark is older than 15 seconds: `clipboard-late`.
   */
  readonly copy: (
    text: string,
    since?: ClipboardMark,
  ) => Promise<Result<void, AppErrorOf<'clipboard' | 'clipboard-focus' | 'clipboard-late'>>>
  /** Credentials go to the clipboard by this alone: it takes them off again. */
  readonly secretClipboard: SecretClipboard
  /** The credentials that somebody looks at. */
  readonly shown: Shown
  /** Files with credentials that are being written. */
  readonly credentialExports: CredentialExports
  /** Tells of an ending that nobody waits for any more. */
  readonly announce: (ending: Result<Created, AppError>) => void
}

/** The account of this id, as long as it is not removed. */
export async function findAccount(context: Context, id: string): Promise<Result<Account, AppError>> {
  const row = await context.store.read('accounts.get', id)
  if (!row.ok) return row
  if (row.value === null || row.value.removedAt !== null) return err({ kind: 'not-found', what: 'account' })
  return ok(row.value)
}
