import { describe, expect, it } from 'vitest'
import { followTopic, refreshTopic } from '../../../src/renderer/state/topics'

describe('following a topic', () => {
  it('reads at each change, and no more once it is let go of', async () => {
    const read: string[] = []
    const stop = followTopic('domains', async () => void read.push('one'))
    followTopic('domains', async () => void read.push('two'))
    await refreshTopic('mailboxes')
    expect(read).toEqual([])
    await refreshTopic('domains')
    stop()
    await refreshTopic('domains')
    expect(read).toEqual(['one', 'two', 'two'])
  })
})
