import { readdirSync, readFileSync, readlinkSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import type { Session } from '../desktop/session'
import { runtimeForTests } from './runtime'

/** A process that holds a text on the clipboard for a Mailroom that has ended. */
export interface Holder {
  readonly pid: number
  /** Its command line, as every program of the user can read it. */
  readonly words: string
  readonly cwd: string
  /** What it has open, by path or kind. */
  readonly open: readonly string[]
}

let links = 0

/** The application by a name of its own in the session: a holder, which has no environment to tell it by, is known by it. */
export const linkApplication = (session: Session): string => {
  links += 1
  const link = join(session.makeFolder(`application-${process.pid}-${links}`), 'mailroom')
  symlinkSync(runtimeForTests().appFolder ?? '', link)
  return link
}

/** The holders that the application with this folder left behind. */
export const holdersOf = (appFolder: string): Holder[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
        const isHolder = words.includes('--hold-clipboard') && words.includes(appFolder)
        if (!isHolder || words.includes('--type=')) return []
        const folder = `/proc/${pid}/fd`
        return [
          {
            pid: Number(pid),
            words,
            cwd: readlinkSync(`/proc/${pid}/cwd`),
            open: readdirSync(folder).map((fd) => linkOf(`${folder}/${fd}`)),
          },
        ]
      } catch {
        // It ended meanwhile.
        return []
      }
    })

const linkOf = (path: string): string => {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}
