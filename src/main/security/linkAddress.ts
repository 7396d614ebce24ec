import { LIKEDO_ORIGIN } from '../../shared/account'
import type { Link } from '../../shared/app'

/** Where Litemail's users sign in; its interface lives elsewhere. */
const LITEMAIL_SITE = 'https://litemail.app'

/** Everything that is opened in a browser. LikeDo's documentation names the way ("Dashboard, Settings, API Keys"). */
const pages: Readonly<Record<Exclude<Link, 'licences'>, readonly [origin: string, path: string]>> = {
  likedo: [LIKEDO_ORIGIN, '/'],
  'likedo-keys': [LIKEDO_ORIGIN, '/dashboard/settings'],
  'likedo-plans': [LIKEDO_ORIGIN, '/pricing'],
  litemail: [LITEMAIL_SITE, '/'],
  'litemail-keys': [LITEMAIL_SITE, '/'],
}

/**
 * The address behind a link's name. `accountOrigin`: where the account lives that it is asked for, null
 * for the service itself. Null where that is no https address: a server on this computer has no page that a
 * browser should be sent to.
 */
export function linkAddress(link: Exclude<Link, 'licences'>, accountOrigin: string | null): string | null {
  const [own, path] = pages[link]
  const origin = accountOrigin ?? own
  if (!URL.canParse(path, origin)) return null
  const url = new URL(path, origin)
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null
}
