import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { Readable } from 'node:stream'
import { collectText, firstLine, type Programs } from './programs'

const SOCKETS = '/tmp/.X11-unix'

/** Starts an X server of its own that nobody sees and gives its name, `:N`. Rejects with its words where it does not start. */
export const startDisplay = async (programs: Programs): Promise<string> => {
  if (!existsSync(SOCKETS)) {
    mkdirSync(SOCKETS, { recursive: true })
    chmodSync(SOCKETS, 0o1777)
  }
  // It picks a free number and writes it to descriptor 3. Two that start at once may pick the same: one of them ends.
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset']
  for (let attempt = 1; ; attempt += 1) {
    const server = programs.start('Xvfb', args, {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
      whenWeDie: 'TERM',
    })
    const words = collectText(server.stderr)
    const number = await Promise.race([
      firstLine(numberOf(server)),
      once(server, 'exit').then(() => undefined),
    ])
    if (number) return `:${number}`
    if (attempt === 3) throw new Error(`Xvfb does not start: ${words()}`)
  }
}

const numberOf = ({ stdio: [, , , pipe] }: ChildProcess): Readable | null =>
  pipe instanceof Readable ? pipe : null
