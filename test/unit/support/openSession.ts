import { startSession } from '../../support/desktop/session'

/** Opens a session, says where, and waits to be killed. */
const { folder, runtime } = await startSession()
process.stdout.write(`${JSON.stringify({ folder, runtime })}\n`)
setInterval(() => {}, 60_000)
