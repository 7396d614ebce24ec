import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exportActivity } from '../../../src/main/actions/activity/exportActivity'
import { readDiagnostics } from '../../../src/main/actions/diagnostics'
import { removeLitemail } from '../../../src/main/actions/litemail/removeLitemail'
import { wholeActivity } from '../../../src/main/store/activityMatch'
import { take } from '../../support/actions/take'
import { saying, writingPerTest } from '../../support/actions/writing'

const here = writingPerTest({ domains: 1, mailboxes: 3 })

/** One mailbox of the fleet that was read, with a write of it that the service accepted. */
async function updated() {
  const { calling, run, ...rest } = await here.ready()
  const [mailbox] = here.litemail.holdings().mailboxes
  if (mailbox === undefined) throw new Error('three mailboxes')
  const { id, workspaceId, firstName } = mailbox
  await run('mailboxes.update', [{ workspaceId, inputs: { id, firstName: 'Adalbert' } }])
  const list = async () => take(await calling.call('activity.list', { offset: 0, limit: 100 })).rows
  return { ...rest, calling, run, list, firstName, mailbox }
}

describe('a write in Activity', () => {
  it('tells what stood before, where its effect shows, and what puts it back', async () => {
    const { calling, list, firstName, mailbox, accountId } = await updated()
    const [row] = await list()
    expect(row).toMatchObject({ kind: 'write', state: 'done', confirmedAt: null, before: { firstName } })
    expect(take(await calling.call('activity.get', { id: row?.id ?? '' }))).toMatchObject({
      row: { id: row?.id },
      write: {
        isReadable: true,
        putBack: {
          ...{ accountId, operation: 'mailboxes.update', workspaceId: mailbox.workspaceId },
          inputs: { id: mailbox.id, firstName },
        },
      },
    })
    const checked = take(await calling.call('operations.settle', { rowId: row?.id ?? '', verdict: 'check' }))
    expect(checked.confirmedAt).not.toBeNull()
  })

  it('stands in the file of what is shown, and what is not shown does not', async () => {
    const { context, list, run } = await updated()
    await run('webhooks.register', [
      { workspaceId: '', inputs: { url: 'https://hook.example/', events: ['a'] } },
    ])
    const path = join(context.folder, 'activity.csv')
    const files = { ...context.files, save: async () => path }
    const view = { ...wholeActivity, search: 'update' }
    const requestId = crypto.randomUUID()
    expect(await list()).toHaveLength(2)
    expect(take(await exportActivity({ ...context, files }, { requestId, view }))).toMatchObject({ count: 1 })
    const file = await readFile(path, 'utf8')
    expect(file).toContain('Update mailboxes')
    expect(file).toContain('Adalbert')
    expect(file).toContain('Accepted')
    expect(file).not.toContain('hook.example')
  })

  it('stands in diagnostics without what was sent, and without whom it is about', async () => {
    const { context, mailbox, list } = await updated()
    const [row] = await list()
    if (row?.kind !== 'write') throw new Error('a write')
    const { text } = take(await readDiagnostics(context))
    expect(text).toContain('mailboxes.update mailbox done answer')
    for (const word of ['Adalbert', mailbox.email, mailbox.id, row.accountId])
      expect(text).not.toContain(word)
  })

  it('stays as history where its account is removed, and what was not sent never is', async () => {
    const { context, list, run, accountId } = await updated()
    here.litemail.next(saying(402, { status: 402, message: 'Insufficient balance' }), { method: 'PUT' })
    const again = here.litemail
      .holdings()
      .mailboxes.slice(1)
      .map(({ id, workspaceId }) => ({
        ...{ workspaceId, inputs: { id, firstName: 'Ada' } },
      }))
    await run('mailboxes.update', again)
    const sent = here.writes().length
    expect((await list()).map((row) => 'state' in row && row.state)).toEqual(['refused', 'planned', 'done'])
    take(await removeLitemail(context, accountId))
    expect(await list()).toMatchObject([
      { state: 'refused' },
      { state: 'dropped', problem: { kind: 'given-up' } },
      { state: 'done', target: { noun: 'mailbox' } },
    ])
    expect(here.writes()).toHaveLength(sent)
  })
})
