import { startSession } from '../../support/desktop/session'

/** Opens a session, says where, and waits to be killed. */
const { folder, env } = await startSession()
process.stdout.write(`${JSON.stringify({ folder, display: env.DISPLAY })}\n`)
setInterval(() => {}, 60_000)
