import type { App, LaunchOptions } from '../app/launch'
import type { Session } from '../desktop/session'
import { startDriven } from './driven'

let launches = 0

/**
 * Starts an installed application for a journey. Nothing can be asked of its main process, which takes no debugger;
 * a journey that does so fails with these words.
 */
export const launchInstalled = async (
  session: Session,
  program: string,
  options: LaunchOptions,
): Promise<App> => {
  launches += 1
  const userData = options.userData ?? session.makeFolder(`data-${process.pid}-installed-${launches}`)
  const expected = [...(options.expected ?? [])]
  const args = [`--user-data-dir=${userData}`, ...(options.args ?? [])]
  const driven = await startDriven(session, program, args, options.env)
  return {
    get electron(): never {
      throw new Error('nothing can be asked of the main process of an installed application')
    },
    pid: driven.pid,
    userData,
    window: async () => driven.page,
    windows: driven.windows,
    expectProblems: (...patterns) => void expected.push(...patterns),
    problems: () => driven.problems(expected),
    stdout: driven.stdout,
    stderr: driven.stderr,
    exited: driven.exited,
    isRunning: driven.isRunning,
    close: driven.stop,
    kill: driven.kill,
  }
}
