import { randomUUID } from 'node:crypto'
import { app } from 'electron'
import { commandLineText } from '../shared/text/commandLine'
import { argumentsOf, parseCommandLine } from './desktop/commandLine'
import { openLog } from './desktop/log'
import { openProfile } from './desktop/profile'
import { claimInstance } from './desktop/singleInstance'
import { endWith } from './desktop/terminal'
import { hardenApplication } from './security/hardening'
import { registerAppScheme } from './security/scheme'
import { runAsFollower } from './startup/asFollower'
import { runAsOwner } from './startup/asOwner'
import { handOver } from './startup/orders'
import { prepareNetwork } from './upstream/transport'

registerAppScheme()
hardenApplication()
prepareNetwork()
start()

/** What happens at start, in its order. Everything up to the lock happens before Electron is ready. */
function start(): void {
  const options = parseCommandLine(argumentsOf(process.argv, process.defaultApp === true))
  if (!options.ok) return endWith({ code: 2, stderr: options.error })
  if (options.value.shows === 'help') return endWith({ code: 0, stdout: commandLineText.help })
  if (options.value.shows === 'version') return endWith({ code: 0, stdout: app.getVersion() })

  const profile = openProfile({ isDemo: options.value.isDemo, userDataDir: options.value.userDataDir })
  if (!profile.ok) return endWith({ code: 2, stderr: commandLineText.folderProblems[profile.error.problem] })

  const mine = { requestId: randomUUID(), create: options.value.create }
  const owner = { profile: profile.value, options: options.value, mine, openLog }
  // Who does not get the lock writes nothing: not even a log.
  const claim = () => claimInstance(handOver, mine, (other) => running?.accept(other))
  let running = claim() ? runAsOwner(owner) : null
  if (running === null) {
    void runAsFollower({ ...owner, claim }).then((isOwner) => {
      if (isOwner) running = runAsOwner(owner)
    })
  }
}
