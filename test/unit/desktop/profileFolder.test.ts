import { expect, it } from 'vitest'
import { profileFolder } from '../../../src/main/desktop/profileFolder'

const folderOf = (isDemo: boolean, userDataDir: string | null) =>
  profileFolder({ isDemo, userDataDir }, '/home/me/.config')

it('is where the system keeps data of applications, or where the user said', () => {
  expect(folderOf(false, null)).toEqual({ ok: true, value: '/home/me/.config/Mailroom' })
  expect(folderOf(false, '/data//mail/')).toEqual({ ok: true, value: '/data/mail/' })
})

it('is another one for sample data, in every case', () => {
  for (const userDataDir of [null, '/data/mail', '/data/mail/sample-data']) {
    expect(folderOf(true, userDataDir)).not.toEqual(folderOf(false, userDataDir))
  }
  expect(folderOf(true, null)).toEqual({ ok: true, value: '/home/me/.config/Mailroom Sample Data' })
})

it.each(['', '.', 'data', './data', '~/data', '$HOME', '/data\0/etc', 'C:data'])(
  'is never %j',
  (userDataDir) => {
    expect(folderOf(false, userDataDir)).toEqual({ ok: false, error: { problem: 'not-absolute' } })
  },
)
