import { expect, test } from 'vitest'
import { budgetOf, planLimits } from '../../../src/main/rules/plans'

test('the plans grant what their documentation says', () => {
  expect(planLimits).toEqual({
    free: { perHour: 200, perMinute: 60, addressesPerMonth: 50 },
    pro: { perHour: 2000, perMinute: 500, addressesPerMonth: 1000 },
    lifetime: { perHour: 2000, perMinute: 500, addressesPerMonth: null },
  })
})

test("the user's own figure takes the place of the plan's hour", () => {
  expect(budgetOf({ plan: 'lifetime', requestsPerHour: 5000 })).toEqual({ perHour: 5000, perMinute: 500 })
  expect(budgetOf({ plan: 'free', requestsPerHour: null })).toEqual({ perHour: 200, perMinute: 60 })
})
