import { exitNow } from './exitNow'

/** The last words of the process, each one line, and what it ends with. */
export interface LastWords {
  readonly code: number
  readonly stdout?: string
  readonly stderr?: string
}

/** Writes one line, and waits until it is out: a pipe takes it later than a terminal. */
export function writeLine(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    // Whoever read our output may be gone; then nobody misses the line.
    stream.once('error', () => resolve())
    stream.write(`${text}\n`, () => resolve())
  })
}

/** Says the last words and ends the process. */
export function endWith({ code, stdout, stderr }: LastWords): void {
  const lines = [
    ...(stdout === undefined ? [] : [writeLine(process.stdout, stdout)]),
    ...(stderr === undefined ? [] : [writeLine(process.stderr, stderr)]),
  ]
  void Promise.all(lines).then(() => exitNow(code))
}
