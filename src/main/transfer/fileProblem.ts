import type { AppErrorOf } from '../../shared/errors'
import { err, type Result } from '../../shared/result'

type FileProblem = AppErrorOf<'file'>['problem']

/** What stands against a file, known by ourselves and not by the file system. `line`: where in it, from 1. */
export class FileFailure extends Error {
  override readonly name = 'FileFailure'
  constructor(
    readonly problem: FileProblem,
    readonly line: number | null = null,
  ) {
    super(problem)
  }
}

// errno(3).
const problems: Readonly<Record<string, FileProblem>> = {
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** What `work` comes to; what the file system says against it is a value. Anything else is thrown on. */
export async function onFile<T, E = never>(
  doing: 'read' | 'write',
  work: () => Promise<Result<T, E>>,
): Promise<Result<T, E | AppErrorOf<'file'>>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof FileFailure) return err({ kind: 'file', problem: error.problem, line: error.line })
    const code = codeOf(error)
    // Those of Node itself and of its parts (ERR_…) are ours.
    if (!/^E[A-Z0-9]+$/.test(code)) throw error
    const known = problems[code]
    // Where a new file cannot go there is no folder any more.
    if (known !== undefined && !(doing === 'write' && known === 'gone')) {
      return err({ kind: 'file', problem: known, line: null })
    }
    return err({ kind: 'file', problem: doing === 'read' ? 'not-readable' : 'not-writable', line: null })
  }
}
