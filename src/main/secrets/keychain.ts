import type { AppErrorOf } from '../../shared/errors'
import type { Result } from '../../shared/result'

/** The name of one key: which service, at which origin, for which account and generation of its key. */
export interface KeyName {
  readonly service: 'likedo' | 'litemail'
  readonly origin: string
  readonly accountId: string
  readonly generation: number
}

/** The keychain of the operating system, or what stands in for it. Waits for the user where it must. */
export interface Keychain {
  /** The key, or null where the keychain is open and certainly has none of that name. */
  get(name: KeyName): Promise<Result<string | null, AppErrorOf<'keychain'>>>
  set(name: KeyName, key: string): Promise<Result<void, AppErrorOf<'keychain'>>>
  delete(name: KeyName): Promise<Result<void, AppErrorOf<'keychain'>>>
}
