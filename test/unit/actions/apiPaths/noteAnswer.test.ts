import { expect, it } from 'vitest'
import { noteAnswer } from '../../../../src/main/actions/apiPaths/noteAnswer'
import { tableMap } from '../../../../src/main/rules/apiMap'
import { likedoOperationOf } from '../../../../src/shared/likedo/operations'
import { worldPerTest } from '../../../support/actions/worldPerTest'

const here = worldPerTest()

it('what an operation came to after the end of Mailroom is asked of nobody, and no fault', async () => {
  const { id } = await here.world.connect(here.likedo.origin)
  await here.world.close()
  await noteAnswer(here.world.context, {
    ...{ accountId: id, operation: 'addresses.list', problem: null, exchange: null },
    asked: { map: tableMap(likedoOperationOf('addresses.list')), changedAt: null },
  })
  expect(here.world.faults).toEqual([])
})
