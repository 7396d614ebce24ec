import { describe, expect, it } from 'vitest'
import { mailboxFacts, workspaceFacts } from './fleetRows'
import { storeWithFleet } from './fleetStore'

const tag = (id: string, name: string, color: string | null = null) => ({ id, name, color })

describe('the tags of an account', () => {
  it('are not loaded before they were read', () => {
    const { store, account } = storeWithFleet()
    expect(store.read('tags.known', account.id)).toEqual({ rows: [], readAt: null })
  })

  it('have their colour as it is sent, their workspace, and how many mailboxes say that they have them', () => {
    const { store, account, pass, passOfMailboxes, passOfWorkspaces, now } = storeWithFleet()
    passOfWorkspaces('w')
    passOfMailboxes([
      mailboxFacts('a', { tags: ['warm', 'warm'] }),
      mailboxFacts('b', { tags: ['t-1', 'other'] }),
      mailboxFacts('c', { tags: null }),
    ])
    pass({ noun: 'tags', rows: [tag('t-1', 'warm', '#2F9'), tag('t-2', 'cold', 'url(x)')] }, 'w')
    expect(store.read('tags.known', account.id)).toEqual({
      readAt: now(),
      rows: [
        {
          ...{ serviceId: 't-1', workspaceId: 'w', workspaceName: 'Workspace w', name: 'warm' },
          ...{ color: '#22ff99', mailboxes: 2, isUnseen: false },
        },
        {
          ...{ serviceId: 't-2', workspaceId: 'w', workspaceName: 'Workspace w', name: 'cold' },
          ...{ color: null, mailboxes: 0, isUnseen: false },
        },
      ],
    })
  })

  it('are counted nowhere where no mailbox says anything of tags', () => {
    const { store, account, pass, passOfMailboxes } = storeWithFleet()
    passOfMailboxes([mailboxFacts('a', { tags: null })])
    pass({ noun: 'tags', rows: [tag('t-1', 'warm')] }, 'w')
    expect(store.read('tags.known', account.id).rows).toMatchObject([{ name: 'warm', mailboxes: null }])
  })
})

describe('the workspaces of an account', () => {
  it('say what the service said of them, and which it shows no more', () => {
    const { store, account, pass, now } = storeWithFleet()
    expect(store.read('workspaces.known', account.id)).toEqual({ rows: [], readAt: null })
    const told = workspaceFacts('w', { isPrimary: true, domainCount: 2 })
    pass({ noun: 'workspaces', rows: [told, workspaceFacts('v')] }, '')
    pass({ noun: 'workspaces', rows: [told] }, '')
    expect(store.read('workspaces.known', account.id)).toEqual({
      readAt: now(),
      rows: [
        {
          ...{ serviceId: 'w', name: 'Workspace w', isPrimary: true },
          ...{ domainCount: 2, mailboxCount: null, isUnseen: false },
        },
        expect.objectContaining({ serviceId: 'v', isUnseen: true }),
      ],
    })
  })
})
