import { LIKEDO_ORIGIN } from '../../shared/account'
import type { Link } from '../../shared/app'

/** Everything that is opened in a browser. LikeDo's documentation names the way ("Dashboard, Settings, API Keys"). */
const paths: Readonly<Record<Exclude<Link, 'licences'>, string>> = {
  likedo: '/',
  'likedo-keys': '/dashboard/settings',
  'likedo-plans': '/pricing',
}

/**
 * The address behind a link's name. `accountOrigin`: where the account lives that it is asked for, null
 * for LikeDo itself. Null where that is no https address: a server on this computer has no page that a
 * browser should be sent to.
 */
export function linkAddress(link: Exclude<Link, 'licences'>, accountOrigin: string | null): string | null {
  const origin = accountOrigin ?? LIKEDO_ORIGIN
  if (!URL.canParse(paths[link], origin)) return null
  const url = new URL(paths[link], origin)
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null
}
