import { Secret, TOTP, URI } from 'otpauth'
import type { RunningCode, SeedProblem } from '../../shared/credentials'
import { err, ok, type Result } from '../../shared/result'

/** No service that is known gives out less, in bytes. What is shorter is no seed. */
const LEAST_SEED = 10
/** Of digits of a code (RFC 4226, 5.3: six at least; more than ten there are none). */
const DIGITS = { least: 6, most: 10 }
/** Longer ones are no periods of codes that anybody would wait for, in seconds. */
const LONGEST_PERIOD = 300

/**
 * What one-time codes are made of (RFC 6238): a seed in base32 (RFC 4648), in any case, with spaces or dashes between its
 * groups and with or without its padding; or an address `otpauth://totp/…` ("Key URI Format"). A counter's seed (RFC 4226)
 * gives no code that a clock could tell.
 */
export function readSeed(text: string): Result<TOTP, SeedProblem> {
  const seed = text.trim()
  if (/^otpauth(?:-migration)?:/i.test(seed)) return readAddress(seed)
  const plain = seed.replaceAll(/[\s-]/g, '').replace(/=+$/, '')
  if (!/^[a-z2-7]+$/i.test(plain)) return err('not-base32')
  const secret = Secret.fromBase32(plain.toUpperCase())
  return secret.bytes.length < LEAST_SEED ? err('too-short') : ok(new TOTP({ secret }))
}

function readAddress(address: string): Result<TOTP, SeedProblem> {
  if (/^otpauth:\/\/hotp\//i.test(address)) return err('counter')
  try {
    const code = URI.parse(address)
    if (!(code instanceof TOTP)) return err('counter')
    const isSound = code.period <= LONGEST_PERIOD && code.digits >= DIGITS.least && code.digits <= DIGITS.most
    if (!isSound) return err('address')
    return code.secret.bytes.length < LEAST_SEED ? err('too-short') : ok(code)
  } catch {
    // What is thrown names the address, and with it the seed.
    return err('address')
  }
}

/** The code that holds at a moment of epoch milliseconds. */
export const codeAt = (code: TOTP, now: number): string => code.generate({ timestamp: now })

/** The codes that hold from one moment on and before another, both in epoch milliseconds; at least that of the first. */
export function codesUntil(code: TOTP, now: number, until: number): Extract<RunningCode, { kind: 'code' }> {
  const periodMs = code.period * 1_000
  const endsAt = (Math.floor(now / periodMs) + 1) * periodMs
  const values = [codeAt(code, now)]
  for (let at = endsAt; at < until; at += periodMs) values.push(codeAt(code, at))
  return { kind: 'code', values, endsAt, periodMs }
}
