import { type ChildProcess, type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { bundleForNode, bundleStoreWorker } from './bundleStoreWorker'

let probe: Promise<URL> | undefined

/** What to run for `probe.ts`: the arguments that follow `node`. */
export const probeArguments = async (command: string, folder: string): Promise<string[]> => {
  probe ??= bundleForNode('test/unit/store/probe.ts', 'probe')
  return [fileURLToPath(await probe), (await bundleStoreWorker()).href, command, folder]
}

/** Starts the probe; it is killed at the latest when the test has ended. */
export async function startProbe(
  command: string,
  folder: string,
): Promise<{ child: ChildProcess; lines: AsyncIterator<string>; kill(): Promise<void> }> {
  const child = spawn(process.execPath, await probeArguments(command, folder), {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await exited
  }
  onTestFinished(kill)
  return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator](), kill }
}

const valuesOf = (run: SpawnSyncReturns<string>): unknown[] => {
  if (run.status !== 0) throw new Error(`status ${run.status} ${run.signal ?? ''}: ${run.stderr}`)
  return run.stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line))
}

/** Runs the probe as somebody to whom permissions apply, root too, and answers the JSON values it printed. */
export async function runUnprivileged(command: string, folder: string): Promise<unknown[]> {
  const isRoot = process.getuid?.() === 0
  const drop = isRoot ? ['setpriv', '--bounding-set=-all', '--inh-caps=-all'] : []
  const [file = '', ...rest] = [...drop, process.execPath, ...(await probeArguments(command, folder))]
  return valuesOf(spawnSync(file, rest, { encoding: 'utf8' }))
}

// Mounting in a namespace of one's own is allowed to root, and on most systems to everybody.
const unshare = process.getuid?.() === 0 ? ['--mount'] : ['--user', '--map-root-user', '--mount']
const runPrivately = (script: string, folder: string) =>
  spawnSync('unshare', [...unshare, 'sh', '-eu', '-c', script, 'sh', folder], { encoding: 'utf8' })

export const canMount =
  process.platform === 'linux' &&
  runPrivately('mount -t tmpfs -o size=1m tmpfs "$1" && touch "$1/x"', '/tmp').status === 0

const quoted = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`

/**
 * Runs a shell script with a small file system of memory on `folder` ($1), which nobody else sees. `probe COMMAND` runs
 * the probe on it. Answers the JSON values that were printed.
 */
export async function withSmallDisk(folder: string, size: string, script: string): Promise<unknown[]> {
  const [file = '', workerUrl = ''] = await probeArguments('', '')
  const run = [process.execPath, file, workerUrl].map(quoted).join(' ')
  const text = `probe() { ${run} "$1" "$DISK"; }; DISK="$1"; mount -t tmpfs -o size=${size} tmpfs "$DISK"; ${script}`
  return valuesOf(runPrivately(text, folder))
}
