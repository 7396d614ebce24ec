/**
 * A reason to stop that its reader can do something about. Its message is shown as it stands and never with a
 * stack trace.
 */
export class Stop extends Error {
  /**
   * @param {string} message what is wrong, and the next step
   * @param {number} [exitCode]
   */
  constructor(message, exitCode = 1) {
    super(message)
    this.name = 'Stop'
    this.exitCode = exitCode
  }
}

/**
 * Says something to the person at the terminal. Standard output belongs to the application alone, so every word
 * of the scripts goes to standard error.
 *
 * @param {string} sentence
 */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`)
}

/**
 * Says what is being done, does it, and says every 15 seconds that it is still going on.
 *
 * @template T
 * @param {string} what e.g. "Downloading Electron"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function during(what, work) {
  const start = Date.now()
  say(`${what} …`)
  const timer = setInterval(() => say(`${what}: ${Math.round((Date.now() - start) / 1000)} s`), 15_000)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}

/**
 * The words for whatever went wrong: a `Stop` in its own words, a failure of the machine (disk full, no
 * permission, read-only) named as such, a mistaken option likewise, anything else by its message.
 *
 * @param {unknown} failure
 * @returns {string}
 */
export function explain(failure) {
  if (failure instanceof Stop) return failure.message
  const message = failure instanceof Error ? failure.message : String(failure)
  if (failure instanceof Error && 'code' in failure && String(failure.code).startsWith('ERR_PARSE_ARGS')) {
    return `${message.split('. ', 1)[0]}. The head of the script says which options there are.`
  }
  const about = `\n  ${message.split('\n', 1)[0]}`
  if (isDiskFull(message)) return `The disk is full. Make room, then run the same command again.${about}`
  if (/\bEROFS\b/.test(message)) return `The file system is read-only.${about}`
  if (/\b(EACCES|EPERM)\b/.test(message)) return `A file or folder may not be written or read.${about}`
  return `This was not expected. Running the same command again is safe; MAILROOM_DEBUG=1 shows more.${about}`
}

/**
 * Whether a program's words or an error's message say that a disk or a quota is full.
 *
 * @param {string} message
 */
export function isDiskFull(message) {
  return /\b(ENOSPC|EDQUOT)\b|no space left|disk quota exceeded|wrote only \d+ of/i.test(message)
}

/**
 * Ends the process for a failure: words on standard error, a stack trace only where it was asked for.
 *
 * @param {unknown} failure
 * @returns {never}
 */
export function giveUp(failure) {
  say(explain(failure))
  if (process.env.MAILROOM_DEBUG && failure instanceof Error) say(failure.stack ?? '')
  process.exit(failure instanceof Stop ? failure.exitCode : 1)
}
