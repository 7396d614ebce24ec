import { expect, it } from 'vitest'
import { topicsByWrite } from '../../../src/main/store/topics'
import { events } from '../../../src/shared/contract'

it('a restored backup may have changed all that is shown, but for what is in none', () => {
  const inNone = ['batches', 'credentials', 'desktop']
  const restored: unknown = topicsByWrite['restore.merge']
  expect(restored).toEqual(
    expect.arrayContaining(
      events.changed.shape.topics.element.options.filter((topic) => !inNone.includes(topic)),
    ),
  )
})
