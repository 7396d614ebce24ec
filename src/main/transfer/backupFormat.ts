import { randomBytes, scrypt } from 'node:crypto'

/*
 * A backup file:
 *   header   64 bytes, authenticated: magic 16, version 1, log2 N 1, r 1, p 1, salt 16, nonce 12, zeros 16
 *   content  AES-256-GCM of gzip of JSON, a value a line
 *   tag      16 bytes: tells a wrong passphrase
 *   digest   32 bytes, SHA-256 of all before: tells a file that is damaged or not whole
 */
const MAGIC = Buffer.from('MAILROOM-BACKUP\n', 'latin1')
const BACKUP_VERSION = 1
export const HEADER_BYTES = 64
export const TAG_BYTES = 16
export const DIGEST_BYTES = 32
export const LEAST_BYTES = HEADER_BYTES + TAG_BYTES + DIGEST_BYTES

/** What makes a key of a passphrase (RFC 7914, scrypt). */
export interface BackupHeader {
  readonly logN: number
  readonly r: number
  readonly p: number
  readonly salt: Buffer
  readonly nonce: Buffer
  /** As it stands in the file. */
  readonly bytes: Buffer
}

/** N = 2^17 and r = 8 take 128 MB and a good half second (OWASP, "Password Storage": scrypt). */
const CHOSEN = { logN: 17, r: 8, p: 1 } as const
/** A file cannot ask for more memory than this, in bytes, or for more work than eight times ours. */
const MOST_MEMORY = 512 * 1024 * 1024

export function createHeader(): BackupHeader {
  const salt = randomBytes(16)
  const nonce = randomBytes(12)
  const { logN, r, p } = CHOSEN
  const bytes = Buffer.concat([
    MAGIC,
    Buffer.from([BACKUP_VERSION, logN, r, p]),
    salt,
    nonce,
    Buffer.alloc(16),
  ])
  return { logN, r, p, salt, nonce, bytes }
}

/** Reads the first 64 bytes of a file. */
export function readHeader(bytes: Buffer): BackupHeader | 'not-a-backup' | 'newer' | 'damaged' {
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) return 'not-a-backup'
  if (bytes.length < HEADER_BYTES) return 'damaged'
  const [version = 0, logN = 0, r = 0, p = 0] = bytes.subarray(16, 20)
  if (version > BACKUP_VERSION) return 'newer'
  const isBounded = logN >= 14 && logN <= 20 && r >= 1 && r <= 16 && p >= 1 && p <= 4
  if (version !== BACKUP_VERSION || !isBounded || 128 * 2 ** logN * r * p > MOST_MEMORY) return 'damaged'
  return { logN, r, p, salt: bytes.subarray(20, 36), nonce: bytes.subarray(36, 48), bytes }
}

/** The key of a passphrase, made off the main thread. Text that looks alike is the same passphrase (RFC 8265). */
export const deriveKey = (passphrase: string, { logN, r, p, salt }: BackupHeader): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options = { N: 2 ** logN, r, p, maxmem: 2 * MOST_MEMORY }
    scrypt(passphrase.normalize('NFKC'), salt, 32, options, (error, key) => {
      if (error) reject(error)
      else resolve(key)
    })
  })
