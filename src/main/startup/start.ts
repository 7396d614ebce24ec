import { randomUUID } from 'node:crypto'
import { commandLineText } from '../../shared/text/commandLine'
import { version } from '../desktop/application'
import { argumentsOf, type CommandLine, parseCommandLine } from '../desktop/commandLine'
import { openLog } from '../desktop/log'
import { openProfile } from '../desktop/profile'
import { claimInstance } from '../desktop/singleInstance'
import { endWith } from '../desktop/terminal'
import { hardenApplication } from '../security/hardening'
import { registerAppScheme } from '../security/scheme'
import { prepareNetwork } from '../upstream/transport'
import { runAsFollower } from './asFollower'
import { type Owner, runAsOwner } from './asOwner'
import { type HandOver, handOver } from './orders'

/** What happens at start, in its order. Everything up to the lock happens before Electron is ready. */
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
  const parts = { profile: profile.value, options, mine, openLog }
  let owner: Owner | null = null
  // What others hand over between getting the lock and opening the profile.
  const early: (HandOver | null)[] = []
  const claim = () =>
    claimInstance(handOver, mine, (other) => {
      if (owner === null) early.push(other)
      else owner.accept(other)
    })
  const begin = () => {
    owner = runAsOwner(parts)
    for (const other of early) owner.accept(other)
  }
  // Who does not get the lock writes nothing: not even a log.
  if (claim()) begin()
  else {
    void runAsFollower({ ...parts, claim }).then((isOwner) => {
      if (isOwner) begin()
    })
  }
}
