import type { ElectronApplication } from '@playwright/test'

/** V8 lost the answer before it was told: it holds on to it only weakly, and a busy process collects its garbage then. */
const COLLECTED = /promise was (?:garbage )?collected/i
/** So often one answer is asked for. */
const MOST_TIMES = 10

interface Question {
  readonly id: number
  /** A function, in its own words. */
  readonly work: string
  readonly argument: unknown
  /** Answers that have arrived. */
  readonly arrived: readonly number[]
}

/** Runs in the application: whatever is asked there is done once, and its answer kept until it has arrived. */
const answerOnce = (electron: unknown, { id, work, argument, arrived }: Question): unknown => {
  const place: typeof globalThis & { mailroomAnswers?: Map<number, unknown> } = globalThis
  place.mailroomAnswers ??= new Map<number, unknown>()
  const answers = place.mailroomAnswers
  for (const one of arrived) answers.delete(one)
  // biome-ignore lint/security/noGlobalEval: a test's own function, as Playwright itself would bring it over
  if (!answers.has(id)) answers.set(id, globalThis.eval(`(${work})`)(electron, argument))
  return answers.get(id)
}

/**
 * Makes `evaluate` of an application tell its answer however busy that is. Playwright passes on that V8's inspector collected
 * the promise of an answer (https://github.com/microsoft/playwright/issues/33737); then it is asked for again, and what was
 * done is not done twice.
 */
export function holdAnswers(electron: ElectronApplication): void {
  const evaluate = electron.evaluate.bind(electron)
  let asked = 0
  let arrived: number[] = []

  async function ask(work: unknown, argument?: unknown): Promise<unknown> {
    asked += 1
    const id = asked
    for (let time = 1; ; time += 1) {
      const told = arrived
      arrived = []
      try {
        const answer = await evaluate(answerOnce, { id, work: String(work), argument, arrived: told })
        arrived.push(id)
        return answer
      } catch (error) {
        arrived.push(...told)
        if (time === MOST_TIMES || !COLLECTED.test(String(error))) throw error
      }
    }
  }
  // Its type says of each function what it answers; here any is passed on.
  electron.evaluate = ask as ElectronApplication['evaluate']
}
