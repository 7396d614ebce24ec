/**
 * The npm to call: the one that started us, else the one on the PATH. As a program and its arguments.
 *
 * @param {...string} args
 * @returns {[command: string, args: string[]]}
 */
export function npm(...args) {
  const own = process.env.npm_execpath
  if (own && /npm-cli\.c?js$/.test(own)) return [process.execPath, [own, ...args]]
  return ['npm', args]
}
