import path from 'node:path'

/**
 * @typedef {object} Result what a part of the tests came to
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} failures the name of each that failed
 */

/**
 * A part that is one test: a program that ends well or not.
 *
 * @param {string} name
 * @param {number} code its exit code
 * @returns {Result}
 */
export function resultOfProgram(name, code) {
  const failures = code === 0 ? [] : [`${name} (ended with ${code})`]
  return { passed: code === 0 ? 1 : 0, failed: failures.length, skipped: 0, failures }
}

/**
 * A part that could not even be started.
 *
 * @param {string} why
 * @returns {Result}
 */
export function failed(why) {
  return { passed: 0, failed: 1, skipped: 0, failures: [why] }
}

/**
 * Reads the report of Vitest's JSON reporter.
 *
 * @param {unknown} report nothing where it wrote none
 * @param {number} code Vitest's exit code
 * @param {string} root the folder from which files are named
 * @returns {Result}
 */
export function resultOfVitest(report, code, root) {
  const files = listIn(report, 'testResults')
  const result = empty()
  for (const file of files) {
    const name = path.relative(root, textIn(file, 'name'))
    const tests = listIn(file, 'assertionResults')
    for (const test of tests) count(result, textIn(test, 'status'), `${name}: ${textIn(test, 'fullName')}`)
    // A file that broke before its first test, or around its tests.
    const hasFailedTest = tests.some((test) => textIn(test, 'status') === 'failed')
    if (textIn(file, 'status') === 'failed' && !hasFailedTest) count(result, 'failed', name)
  }
  return close(result, 'unit tests', report, code)
}

/**
 * Reads the report of Playwright's JSON reporter.
 *
 * @param {unknown} report nothing where it wrote none
 * @param {number} code Playwright's exit code
 * @returns {Result}
 */
export function resultOfPlaywright(report, code) {
  const result = empty()
  /** @param {unknown} suite @param {string} path */
  const walk = (suite, path) => {
    const here = [path, textIn(suite, 'title')].filter(Boolean).join(' › ')
    for (const inner of listIn(suite, 'suites')) walk(inner, here)
    for (const spec of listIn(suite, 'specs')) {
      for (const test of listIn(spec, 'tests'))
        count(result, textIn(test, 'status'), `${here} › ${textIn(spec, 'title')}`)
    }
  }
  for (const suite of listIn(report, 'suites')) walk(suite, '')
  for (const error of listIn(report, 'errors'))
    count(result, 'failed', textIn(error, 'message').split('\n', 1)[0] ?? '')
  return close(result, 'desktop tests', report, code)
}

/**
 * Adds the parts up. Nothing at all having run is a failure.
 *
 * @param {readonly Result[]} parts
 * @returns {Result}
 */
export function sum(parts) {
  const total = empty()
  for (const { passed, failed, skipped, failures } of parts) {
    total.passed += passed
    total.failed += failed
    total.skipped += skipped
    total.failures.push(...failures)
  }
  if (total.passed + total.failed === 0) count(total, 'failed', 'no test ran')
  return total
}

/**
 * The line that closes a run.
 *
 * @param {Result} total
 */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** @returns {Result} */
function empty() {
  return { passed: 0, failed: 0, skipped: 0, failures: [] }
}

/**
 * @param {Result} result
 * @param {string} status in Vitest's or Playwright's words; one that is not known is a failure
 * @param {string} name
 */
function count(result, status, name) {
  if (status === 'passed' || status === 'expected') result.passed++
  else if (status === 'skipped' || status === 'pending' || status === 'todo') result.skipped++
  else {
    result.failed++
    result.failures.push(name)
  }
}

/**
 * A suite that crashed, wrote no report or ended badly for a reason that no test shows has failed all the same.
 *
 * @param {Result} result
 * @param {string} name
 * @param {unknown} report
 * @param {number} code
 */
function close(result, name, report, code) {
  if (report === undefined) count(result, 'failed', `the ${name} wrote no report (ended with ${code})`)
  else if (code !== 0 && result.failed === 0) count(result, 'failed', `the ${name} ended with ${code}`)
  return result
}

/**
 * @param {unknown} value
 * @param {string} key
 * @returns {unknown[]}
 */
function listIn(value, key) {
  const found = memberOf(value, key)
  return Array.isArray(found) ? found : []
}

/**
 * @param {unknown} value
 * @param {string} key
 */
function textIn(value, key) {
  const found = memberOf(value, key)
  return typeof found === 'string' ? found : ''
}

/**
 * @param {unknown} value
 * @param {string} key
 * @returns {unknown}
 */
function memberOf(value, key) {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(key) : undefined
}
