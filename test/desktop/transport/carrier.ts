import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron } from '@playwright/test'
import { build } from 'vite'
import type { Exchange, OutboundRequest } from '../../../src/main/upstream/exchange'
import { commandAs } from '../../support/desktop/account'
import { startSession } from '../../support/desktop/session'
import { openOrders } from './orders'

/** The version the carrier's application has, as it stands in its User-Agent. */
export const CARRIER_VERSION = '4.5.6'

type Asked = Partial<OutboundRequest> & { url: string }

/** A running Electron with Mailroom's transport and nothing else of Mailroom in it. */
export interface Carrier {
  carry(request: Asked): Promise<Exchange>
  carryUntamed(request: Asked): Promise<boolean>
  networkServices(): Promise<number[]>
  /** Everything that Chromium keeps on the disk lies in here. */
  readonly userData: string
  close(): Promise<void>
}

/** One file that Electron runs, in a folder of its own that its user can read. */
async function bundle(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mailroom-carrier-'))
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: resolve(import.meta.dirname, 'carrierMain.ts'),
      target: 'node20.18',
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'main.mjs', codeSplitting: false } },
    },
  })
  const manifest = { name: 'carrier', version: CARRIER_VERSION, type: 'module', main: 'main.mjs' }
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest))
  await chmod(folder, 0o755)
  return folder
}

const complete = (request: Asked): OutboundRequest => ({
  method: 'POST',
  headers: {},
  timeoutMs: 10_000,
  maxBytes: 2 * 1024 * 1024,
  ...request,
})

const quote = (word: string) => `'${word.replaceAll("'", "'\\''")}'`

/** Starts it, sandboxed and as the ordinary user of tests. `args`: more options for Chromium. */
export async function startCarrier(args: readonly string[] = []): Promise<Carrier> {
  const electron = process.env.MAILROOM_ELECTRON
  if (electron === undefined) throw new Error('MAILROOM_ELECTRON names no Electron; run "npm test"')
  const [session, folder, orders] = await Promise.all([
    startSession({ bus: false, keyring: 'none' }),
    bundle(),
    openOrders(),
  ])
  const userData = session.makeFolder('carrier')
  const program = join(folder, 'electron-as-user.sh')
  const command = commandAs(session.account, electron, []).map(quote).join(' ')
  await writeFile(program, `#!/bin/sh\nexec ${command} "$@"\n`, { mode: 0o755 })
  const application = await _electron.launch({
    executablePath: program,
    chromiumSandbox: true,
    args: [`--user-data-dir=${userData}`, ...args, folder],
    env: { ...session.env, CARRIER_PORT: String(orders.port) },
    cwd: session.home,
  })
  await orders.arrived()
  return {
    userData,
    carry: (request) => orders.give('carry', complete(request)),
    carryUntamed: (request) => orders.give('carryUntamed', complete(request)),
    networkServices: () => orders.give('networkServices', complete({ url: '' })),
    async close() {
      orders.close()
      await application.close()
      await session.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
