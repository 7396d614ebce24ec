import type { AppErrorOf } from '../../shared/errors'

type ApiFileProblem = AppErrorOf<'api-file'>['problem']

/** What stands against a file that should say how operations are asked. `line`: where in it, from 1. */
export class ApiFileFailure extends Error {
  override readonly name = 'ApiFileFailure'
  constructor(
    readonly problem: ApiFileProblem,
    readonly line: number | null = null,
  ) {
    super(problem)
  }
}
