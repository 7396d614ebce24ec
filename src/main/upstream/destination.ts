import { serverUrl } from '../../shared/account'

/** Whether a request may go to a URL at all: https, or http to this computer; never with a user in it. */
export function isAllowedDestination(url: string): boolean {
  if (!URL.canParse(url)) return false
  // Not `origin`: that of `blob:https://…` looks like an honest one.
  const { protocol, host, username, password } = new URL(url)
  return username === '' && password === '' && serverUrl.safeParse(`${protocol}//${host}`).success
}
