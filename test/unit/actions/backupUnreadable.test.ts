import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { saveBackup } from '../../../src/main/actions/backup'
import type { World } from '../../support/actions/world'
import { anAccount } from '../store/rows'
import { backupPlace, everything, fill, PASSPHRASE, preview, save, write } from './backups'

const { aWorld, fileAt, openOwn } = backupPlace()

describe('a backup that cannot be opened', () => {
  let bytes: Buffer
  beforeAll(async () => {
    const world = await openOwn()
    const account = await write(world.context.store.write('accounts.insert', anAccount()))
    await fill(world, account.id, 50, 'small')
    const path = fileAt('small.mailroom-backup')
    await save(world, path)
    bytes = readFileSync(path)
    await world.close()
  })

  const tryWith = async (world: World, content: Uint8Array, passphrase?: string): Promise<unknown> => {
    const path = fileAt('tried.mailroom-backup')
    writeFileSync(path, content)
    const shown = await preview(world, path, passphrase)
    return shown.ok ? 'opened' : shown.error.kind === 'backup' ? shown.error.problem : shown.error
  }

  it('because the passphrase is another one is told from one that is damaged, and changes nothing', async () => {
    const world = await aWorld()
    const before = await everything(world)
    expect(await tryWith(world, bytes, 'correct horse batterz')).toBe('wrong-passphrase')
    expect(await tryWith(world, bytes)).toBe('opened')
    expect(await everything(world)).toEqual(before)
  })

  it('because it is truncated, wherever, is refused and changes nothing', async () => {
    const world = await aWorld()
    const before = await everything(world)
    for (let length = 1; length < bytes.length; length += Math.ceil(bytes.length / 150)) {
      const found = await tryWith(world, bytes.subarray(0, length))
      expect([length, found]).toEqual([length, length < 16 ? 'not-a-backup' : 'damaged'])
    }
    expect(await tryWith(world, bytes.subarray(0, bytes.length - 1))).toBe('damaged')
    expect(await tryWith(world, Buffer.concat([bytes, Buffer.of(0)]))).toBe('damaged')
    expect(await everything(world)).toEqual(before)
  })

  it('because a bit of it is another one, wherever, is refused and changes nothing', async () => {
    const world = await aWorld()
    const before = await everything(world)
    for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 150)) {
      const flipped = Buffer.from(bytes)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
      const found = await tryWith(world, flipped)
      expect([at, ['damaged', 'not-a-backup', 'newer'].includes(String(found))]).toEqual([at, true])
    }
    expect(await everything(world)).toEqual(before)
  })

  it('because it is something else, empty or not there, says so', async () => {
    const world = await aWorld()
    expect(await tryWith(world, Buffer.from('alias,note\na@b.example,x\n'))).toBe('not-a-backup')
    expect(await tryWith(world, Buffer.alloc(0))).toEqual({ kind: 'file', problem: 'empty', line: null })
    expect(await preview(world, fileAt('none'))).toMatchObject({ error: { problem: 'gone' } })
  })

  it('leaves what was there before where it cannot be written, and nothing half', async () => {
    const world = await aWorld()
    world.chosenFiles.backup = fileAt('no-such-folder', 'x.mailroom-backup')
    expect(await saveBackup(world.context, PASSPHRASE)).toEqual({
      ok: false,
      error: { kind: 'file', problem: 'not-writable', line: null },
    })
    expect(readdirSync(fileAt()).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})
