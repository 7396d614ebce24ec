import { startSession } from '../../support/desktop/session'

/** Opens a session, says where, and waits to be killed, or for whoever started it to end. */
const { folder, runtime } = await startSession()
process.stdout.write(`${JSON.stringify({ folder, runtime })}\n`)
process.stdin.resume().on('end', () => process.exit(1))
