import { afterEach, beforeEach, expect } from 'vitest'
import type { Context } from '../../../../src/main/actions/context'
import type { DomainFacts, MailboxFacts } from '../../../../src/shared/litemail/facts'
import { openWorld, take, type World } from '../../../support/actions/world'
import { bundleStoreWorker } from '../../store/bundleStoreWorker'
import { aLitemailAccount, aPart } from '../../store/fleetRows'
import { NOON } from '../../store/rows'

type Progress = Parameters<Context['tellProgress']>[0]

/** A world with an account of Litemail's for each test of a file, and what lists of it are said to hold. */
export function fleetWorldPerTest() {
  let world: World | undefined
  let accountId = ''
  const progress: Progress[] = []
  beforeEach(async () => {
    world = await openWorld(await bundleStoreWorker())
    accountId = take(await world.context.store.write('litemail.insertAccount', aLitemailAccount())).id
    progress.length = 0
  })
  afterEach(async () => {
    await world?.close()
    expect(world?.faults).toEqual([])
  })
  const opened = (): World => {
    if (world === undefined) throw new Error('only inside a test')
    return world
  }
  const takeIn = async (
    taken:
      | { readonly noun: 'mailboxes'; readonly rows: readonly MailboxFacts[] }
      | { readonly noun: 'domains'; readonly rows: readonly DomainFacts[] },
  ): Promise<void> => {
    const part = aPart({ accountId, noun: taken.noun, workspaceId: 'w' }, { at: NOON })
    take(await opened().context.store.write('fleet.take', { part, taken, pass: 1, at: NOON }))
  }
  return {
    get world() {
      return opened()
    },
    get accountId() {
      return accountId
    },
    progress,
    /** As actions have it, with progress kept. */
    get context(): Context {
      return { ...opened().context, tellProgress: (told) => void progress.push(told) }
    },
    mailboxes: (...rows: MailboxFacts[]) => takeIn({ noun: 'mailboxes', rows }),
    domains: (...rows: DomainFacts[]) => takeIn({ noun: 'domains', rows }),
  }
}
