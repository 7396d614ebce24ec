import type { ElectronApplication } from '@playwright/test'
import { beforeEach, describe, expect, it } from 'vitest'
import { holdAnswers } from '../../support/app/collected'

const LOST = 'electronApplication.evaluate: Resulting promise was garbage collected.'
/** What was done in the application, oldest first. */
let done: string[] = []

/** An application that does what it is asked and then, so many times, loses the answer. */
function application({ loses }: { readonly loses: number }): ElectronApplication {
  let left = loses
  const evaluate = async (work: (electron: unknown, argument: unknown) => unknown, argument: unknown) => {
    const answer = await work({ done }, argument)
    left -= 1
    if (left >= 0) throw new Error(LOST)
    return answer
  }
  // Nothing else of it is used.
  const electron = { evaluate } as unknown as ElectronApplication
  holdAnswers(electron)
  return electron
}
const press = (electron: ElectronApplication, what: string) =>
  // As the application sees it: the fake hands over what was done in place of Electron.
  electron.evaluate((parts, name) => (parts as unknown as { done: string[] }).done.push(name), what)

beforeEach(() => {
  done = []
  Reflect.deleteProperty(globalThis, 'mailroomAnswers')
})

describe('an answer of the application', () => {
  it('that was lost arrives all the same, and what was asked is done once', async () => {
    const electron = application({ loses: 3 })
    expect(await press(electron, 'one')).toBe(1)
    expect(await press(electron, 'two')).toBe(2)
    expect(done).toEqual(['one', 'two'])
  })

  it('is given up where it is lost again and again', async () => {
    await expect(press(application({ loses: 100 }), 'one')).rejects.toThrow(LOST)
    expect(done).toEqual(['one'])
  })

  it('that says what went wrong is passed on, and not asked for again', async () => {
    let asked = 0
    const evaluate = async () => {
      asked += 1
      throw new Error('no such window')
    }
    const electron = { evaluate } as unknown as ElectronApplication
    holdAnswers(electron)
    await expect(press(electron, 'one')).rejects.toThrow('no such window')
    expect(asked).toBe(1)
  })
})
