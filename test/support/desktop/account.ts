import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

/** As whom everything with a window, a bus or a keyring runs. */
export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
  /** True if that is another user than ours: we are root. */
  readonly isOther: boolean
}

/**
 * Root's tests run programs as the ordinary user named in MAILROOM_RUN_AS, for Chromium's sandbox refuses to work for
 * root; everybody else's run them as themselves. Throws an Error that says what to set where root names nobody.
 */
export const accountForTests = (): Account => {
  const self = userInfo()
  if (self.uid !== 0) return { name: self.username, uid: self.uid, gid: self.gid, isOther: false }
  const name = process.env.MAILROOM_RUN_AS
  if (!name)
    throw new Error('As root, set MAILROOM_RUN_AS to an ordinary user; "npm test" makes one and sets it.')
  const id = (flag: string): number => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }))
  return { name, uid: id('-u'), gid: id('-g'), isOther: true }
}

/**
 * The command line that runs a program as that account, in the same process, and that sends it `whenWeDie` if we end
 * without having ended it: setpriv(1).
 */
export const commandAs = (
  account: Account,
  command: string,
  args: readonly string[],
  whenWeDie: 'TERM' | 'KILL' = 'KILL',
): readonly [string, ...string[]] => {
  const other = account.isOther ? [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--init-groups'] : []
  return ['setpriv', `--pdeathsig=${whenWeDie}`, ...other, '--', command, ...args]
}

/** Makes a new folder for temporary files that only this account (and root) can enter. */
export const makeTemporaryFolder = (account: Account): string => {
  const folder = mkdtempSync(join(account.isOther ? '/tmp' : tmpdir(), 'mailroom-test-'))
  give(account, folder)
  return folder
}

/** Makes folders inside one another below `base`, where they are missing, which only this account (and root) can enter. */
export const makePrivateFolder = (account: Account, base: string, ...names: readonly string[]): string => {
  let folder = base
  for (const name of names) {
    folder = join(folder, name)
    if (existsSync(folder)) continue
    mkdirSync(folder)
    give(account, folder)
  }
  return folder
}

const give = (account: Account, folder: string): void => {
  chmodSync(folder, 0o700)
  if (account.isOther) chownSync(folder, account.uid, account.gid)
}
