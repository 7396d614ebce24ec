import { randomUUID } from 'node:crypto'
import { commandLineText } from '../../shared/text/commandLine'
import { holdQuit, version } from '../desktop/application'
import { argumentsOf, type CommandLine, parseCommandLine } from '../desktop/commandLine'
import { catchFaults } from '../desktop/faults'
import { openLog } from '../desktop/log'
import { openProfile } from '../desktop/profile'
import { claimInstance } from '../desktop/singleInstance'
import { endWith } from '../desktop/terminal'
import { hardenApplication } from '../security/hardening'
import { registerAppScheme } from '../security/scheme'
import { prepareNetwork } from '../upstream/transport'
import type { Owner } from './asOwner'
import { loadEarly } from './earlyPage'
import { type HandOver, handOver } from './handOver'
import { openSound } from './openSound'

/**
 * What happens at start, in its order. Everything up to the lock happens before Electron is ready, which waits for this
 * module and all that it imports: so that is little.
 */
export function start(): void {
  registerAppScheme()
  hardenApplication()
  prepareNetwork()
  const options = parseCommandLine(argumentsOf(process.argv, process.defaultApp === true))
  if (!options.ok) endWith({ code: 2, stderr: options.error })
  else if (options.value.shows === 'help') endWith({ code: 0, stdout: commandLineText.help })
  else if (options.value.shows === 'version') endWith({ code: 0, stdout: version() })
  else own(options.value)
}

/** Takes the profile, or hands over to the Mailroom that has it. */
function own(options: CommandLine): void {
  const profile = openProfile({ isDemo: options.isDemo, userDataDir: options.userDataDir })
  if (!profile.ok) {
    endWith({ code: 2, stderr: commandLineText.folderProblems[profile.error.problem] })
    return
  }
  const { create, isQuick, isHidden } = options
  const mine: HandOver = { requestId: randomUUID(), create, isQuick, isHidden }
  const parts = { profile: profile.value, options, mine }
  let owner: Owner | null = null
  // What others hand over between getting the lock and opening the profile.
  const early: (HandOver | null)[] = []
  const claim = () =>
    claimInstance(handOver, mine, (other) => {
      if (owner === null) early.push(other)
      else owner.accept(other)
    })
  // The window comes first: its page is another process, which the store's thread and all the rest of main go beside.
  const begin = async () => {
    const { folder, logs } = profile.value
    const log = openLog(logs)
    catchFaults(log)
    const letQuit = holdQuit()
    const page = loadEarly(mine, folder, log)
    const opening = page.made.then(() => openSound({ folder, logFault: log.fault }))
    await page.busy
    const { runAsOwner } = await import('./asOwner')
    owner = runAsOwner({ ...parts, log, opening, takePage: page.take, letQuit })
    for (const other of early) owner.accept(other)
  }
  const follow = async () => {
    // The other one has been told what this one was started for, and nothing is left to do.
    if (create === null) return endWith({ code: 0 })
    const { runAsFollower } = await import('./asFollower')
    if (await runAsFollower({ ...parts, create, claim })) await begin()
  }
  // Who does not get the lock writes nothing: not even a log.
  const running = claim() ? begin() : follow()
  // A start that fails would leave a process that nobody sees: it ends as after any fault that is not caught.
  running.catch((cause: unknown) =>
    setImmediate(() => {
      throw cause
    }),
  )
}
