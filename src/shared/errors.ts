import * as z from 'zod'

/** One remark of the service about one field of a request. */
export const fieldRemark = z.object({ path: z.array(z.union([z.string(), z.number()])), message: z.string() })

/**
 * Every failure that may reach a user. Plain data: it crosses IPC, and it is kept in the journal.
 * No member ever holds a key. Its words and its next step are in `shared/text/errors.ts`.
 */
export const appErrorSchema = z.discriminatedUnion('kind', [
  /** The request never left this computer, or met nobody at the other end. */
  z.object({
    kind: z.literal('no-connection'),
    reason: z.enum(['offline', 'refused', 'name-not-found', 'tls', 'proxy', 'not-made']),
    host: z.string(),
  }),
  /** The service did not answer in time; it may have acted. */
  z.object({ kind: z.literal('timeout'), afterMs: z.number() }),
  /** The connection broke after the request may have left. */
  z.object({ kind: z.literal('connection-lost') }),
  /** Mailroom ended, or was ended, while the request was under way. */
  z.object({ kind: z.literal('interrupted') }),
  z.object({ kind: z.literal('unauthorized'), message: z.string().nullable() }),
  /** The key is good, but not for this operation. */
  z.object({
    kind: z.literal('operation-unauthorized'),
    operation: z.string(),
    message: z.string().nullable(),
  }),
  /** The key belongs to another user of the service than the account. */
  z.object({ kind: z.literal('other-user') }),
  /** An account of this user is connected already. */
  z.object({ kind: z.literal('same-user'), accountName: z.string() }),
  z.object({ kind: z.literal('not-in-plan'), domain: z.string(), message: z.string() }),
  z.object({ kind: z.literal('quota'), message: z.string() }),
  /** `until`: epoch milliseconds at which it may go; null where nobody knows. `by`: who refused. */
  z.object({
    kind: z.literal('rate-limited'),
    by: z.enum(['service', 'mailroom']),
    until: z.number().nullable(),
  }),
  /** The service holds this address already. */
  z.object({ kind: z.literal('conflict'), email: z.string() }),
  /** After an unanswered request: the service holds this address, but it cannot be told for whom. */
  z.object({ kind: z.literal('owner-unknown'), email: z.string() }),
  /**
   * The service understood and said no, in its own words. `operation`: null in what was written down before it was noted,
   * and that is about creations only.
   */
  z.object({
    kind: z.literal('rejected'),
    operation: z.string().nullable().default(null),
    status: z.number(),
    message: z.string().nullable(),
    remarks: z.array(fieldRemark),
  }),
  /** 404 or 405 for an operation: this server does not know its path. */
  z.object({ kind: z.literal('no-such-path'), operation: z.string(), status: z.number() }),
  /** A POST of which only its user says that it reads: it is not asked by itself before it worked once. */
  z.object({ kind: z.literal('unproven'), operation: z.string() }),
  /** 5xx or 408: the service failed; it may have acted. */
  z.object({ kind: z.literal('service-failed'), status: z.number() }),
  /** An answer that cannot be what the operation answers; `place` is where in the body, '' for all of it. */
  z.object({
    kind: z.literal('bad-response'),
    operation: z.string(),
    place: z.string(),
    problem: z.enum(['not-json', 'html', 'truncated', 'shape', 'too-large', 'redirect', 'status']),
    status: z.number().nullable(),
  }),
  z.object({
    kind: z.literal('not-found'),
    what: z.enum([
      'account',
      'address',
      'activity',
      'server',
      'file',
      'batch',
      'snapshot',
      'copy',
      'mailbox',
      'credential',
      'domain',
      'view',
      'operation',
      'message',
      'plan',
      'job',
    ]),
  }),
  z.object({
    kind: z.literal('keychain'),
    problem: z.enum(['missing', 'locked', 'denied', 'failed', 'no-key']),
  }),
  z.object({
    kind: z.literal('storage'),
    problem: z.enum(['full', 'read-only', 'locked', 'newer', 'corrupt', 'failed']),
  }),
  z.object({ kind: z.literal('no-account') }),
  /** The user decided that it is not to be sent. */
  z.object({ kind: z.literal('given-up') }),
  /** The user says that the service did not do what was sent. */
  z.object({ kind: z.literal('said-undone') }),
  /** The row was sent with a key that has been replaced since. */
  z.object({ kind: z.literal('key-replaced') }),
  /** So many presses wait already. */
  z.object({ kind: z.literal('busy'), waiting: z.number() }),
  z.object({ kind: z.literal('clipboard') }),
  /** The desktop lets Mailroom copy only from a window that has the focus and was pressed in. */
  z.object({ kind: z.literal('clipboard-focus') }),
  /** The clipboard was used for something else since the address was asked for, or that was too long ago. */
  z.object({ kind: z.literal('clipboard-late') }),
  /** Credentials are not shown: what is sensitive is hidden, or they were hidden again. */
  z.object({ kind: z.literal('hidden'), why: z.enum(['sensitive', 'passed']) }),
  /** What was shown is not what would be sent by now, or was sent already. */
  z.object({ kind: z.literal('plan'), why: z.enum(['used', 'lapsed', 'path-changed', 'rows-changed']) }),
  /** A removal has changed a row that it did not name. */
  z.object({ kind: z.literal('others-changed'), operation: z.string(), name: z.string() }),
  /** Mailroom ended before anybody looked whether a removal has changed a row that it did not name. */
  z.object({ kind: z.literal('others-unknown'), operation: z.string(), name: z.string() }),
  z.object({ kind: z.literal('nothing-to-undo') }),
  z.object({ kind: z.literal('shortcut'), problem: z.enum(['taken', 'invalid', 'not-here']) }),
  /** A file that the user chose, or one beside the database. `line`: where in it, from 1. */
  z.object({
    kind: z.literal('file'),
    problem: z.enum(['gone', 'not-readable', 'not-writable', 'full', 'too-large', 'not-understood', 'empty']),
    line: z.number().nullable(),
  }),
  /** What was pasted is no sample of a request that can be read. */
  z.object({
    kind: z.literal('api-sample'),
    problem: z.enum(['no-curl', 'quotes', 'no-url', 'url', 'method', 'outside', 'too-long']),
  }),
  /** A file that should say how operations are asked. `line`: where in it, from 1. */
  z.object({
    kind: z.literal('api-file'),
    problem: z.enum([
      'unknown',
      'syntax',
      'alias',
      'tag',
      'deep',
      'inherited-name',
      'too-large',
      'too-many',
      'too-much',
      'empty',
      'newer',
      'damaged',
      'other-service',
    ]),
    line: z.number().nullable(),
  }),
  z.object({
    kind: z.literal('backup'),
    problem: z.enum(['wrong-passphrase', 'damaged', 'newer', 'not-a-backup']),
  }),
  /** `issues`: paths and rules only, never the refused values. */
  z.object({ kind: z.literal('invalid-input'), issues: z.array(z.string()) }),
  z.object({ kind: z.literal('forbidden') }),
  /** A fault of Mailroom itself; its cause stands in the log beside `ref`. */
  z.object({ kind: z.literal('internal'), ref: z.string() }),
])

export type AppError = z.infer<typeof appErrorSchema>
export type AppErrorOf<K extends AppError['kind']> = Extract<AppError, { kind: K }>
