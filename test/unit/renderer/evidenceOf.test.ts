import { describe, expect, it } from 'vitest'
import { evidenceOf } from '../../../src/renderer/views/litemail/evidenceOf'

describe('What is said of an operation’s path', () => {
  it('is nothing where the documentation names it', () => {
    expect([evidenceOf('documented', true), evidenceOf('documented', false)]).toEqual([null, null])
  })

  it('is that it was guessed, until it has answered here', () => {
    expect([evidenceOf('method', false), evidenceOf('title', false)]).toEqual(['guessed', 'guessed'])
    expect([evidenceOf('method', true), evidenceOf('title', true)]).toEqual(['worked', 'worked'])
  })
})
