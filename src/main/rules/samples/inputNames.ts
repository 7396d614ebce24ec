/** Words of a name: `firstName`, `first_name`, `FIRST-NAME`, `first.name` and `first name` have the same two. */
export const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** A word for one of several, as English makes it; good enough to compare two. */
const singular = (word: string): string => {
  if (word.length <= 3 ? word !== 'ids' : /(?:ss|us|is)$/.test(word)) return word
  if (/(?:x|ch|sh|ss)es$/.test(word)) return word.slice(0, -2)
  return /ies$/.test(word) ? `${word.slice(0, -3)}y` : word.replace(/s$/, '')
}

const bare = (name: string): string => wordsOf(name).join('')
const bareSingular = (name: string): string => wordsOf(name).map(singular).join('')

/**
 * What services call inputs of these names, by what their makers' other products and services of the same kind do; nearest
 * first. A name that two inputs of one operation may have goes to the one that it fits better.
 */
const others: Readonly<Record<string, string>> = {
  page: 'pageNumber pageNo pageIndex currentPage p pg',
  limit: 'pageSize perPage itemsPerPage pageLimit size take count rows resultsPerPage maxResults',
  pageSize: 'limit perPage itemsPerPage size take count',
  contains: 'search q query keyword searchTerm term filter text needle match find like name email',
  name: 'title label displayName workspaceName tagName testName',
  firstName: 'givenName first fname forename',
  lastName: 'familyName surname last lname',
  username: 'localPart prefix alias user login handle userName mailboxName emailPrefix local mailbox',
  domainName: 'domain name hostname fqdn zone sld',
  domainNames: 'domains names hostnames zones',
  domainIds: 'ids domains domainIdList zoneIds',
  domainId: 'domain zoneId zone',
  tlds: 'extensions suffixes tldList endings zones',
  years: 'period duration registrationYears term numberOfYears registrationPeriod',
  useWallet: 'payFromWallet wallet payWithWallet fromWallet useBalance useWalletBalance',
  email:
    'mail emailAddress address recipient contactEmail reportEmail forwardTo forwardingEmail catchAllEmail dmarcEmail destination login username',
  forwardTo: 'url target destination redirectUrl redirectTo targetUrl forwardingUrl to location',
  ids: 'mailboxIds mailboxes inboxIds inboxes emailAccountIds accountIds items',
  mailboxIds: 'ids mailboxes inboxIds inboxes emailAccountIds accountIds seeds',
  mailboxId: 'mailbox inboxId inbox emailAccountId id',
  mailboxes: 'inboxes accounts users items rows emailAccounts',
  excludeIds: 'exclude excluded except excludedIds excludeMailboxIds skip without',
  tagIds: 'tags labels labelIds tagList',
  thirdPartyAccountId: 'accountId integrationId externalAccountId platformAccountId connectionId',
  app: 'platform provider tool service integration application target destination',
  apps: 'platforms providers tools services integrations applications targets destinations',
  accountId: 'account id thirdPartyAccountId cloudflareAccountId cfAccountId',
  apiKey: 'key token apiToken globalApiKey cloudflareApiKey cfApiKey secret',
  password: 'pass pwd secret passphrase',
  status: 'state result outcome',
  recordType: 'type kind rrtype',
  host: 'name hostname subdomain record recordName',
  value: 'content data target answer recordValue pointsTo rdata text',
  ttl: 'timeToLive expires',
  priority: 'prio preference mxPriority weight',
  color: 'colour hex hexColor background',
  newPlan: 'plan planName targetPlan tier planId package',
  amount: 'value sum total credit credits balance topUp amountUsd',
  enable: 'enabled isEnabled active on autoRecharge autoRechargeEnabled isActive status',
  threshold: 'minBalance minimumBalance lowBalance triggerBelow below balanceThreshold',
  minimumRechargeAmount: 'rechargeAmount topUpAmount amount minAmount minimumAmount reloadAmount',
  company: 'companyName organization organisation business businessName',
  addressLineOne: 'addressLine1 address1 line1 street streetAddress address',
  addressLineTwo: 'addressLine2 address2 line2 street2 suite apartment',
  city: 'town locality',
  state: 'region province county',
  country: 'countryCode countryIso nation',
  postalCode: 'zip zipCode postcode postal',
  phoneCc: 'phoneCountryCode dialCode phonePrefix callingCode phoneCode countryCallingCode',
  phone: 'phoneNumber telephone mobile tel',
  url: 'endpoint callbackUrl webhookUrl targetUrl callback target uri endpointUrl address',
  events: 'eventTypes topics subscriptions triggers types eventNames',
  profilePicture: 'avatar picture photo profilePictureUrl avatarUrl image profileImage',
  tag: 'label category',
}

/** What the rows of a group of operations are called, besides by the group's own name. */
const rowNames: Readonly<Record<string, string>> = {
  mailboxes: 'mailbox inbox emailAccount account email user',
  domains: 'domain zone',
  dns: 'dns dnsRecord record entry',
  tags: 'tag label',
  subscriptions: 'subscription sub plan',
  webhooks: 'webhook hook endpoint',
  workspaces: 'workspace team space',
}

const namesOf = (group: string, input: string): string[] => {
  if (input !== 'id') return (others[input] ?? '').split(' ')
  const rows = (rowNames[group] ?? '').split(' ').filter((row) => row !== '')
  return [
    ...rows.map((row) => `${row}Id`),
    ...rows.flatMap((row) => [`${row}Uuid`, `${row}Key`]),
    'uuid',
    'uid',
    ...rows,
  ]
}

/** Says nothing of which thing is meant. */
const general = new Set([
  'id',
  'uuid',
  'name',
  'value',
  'new',
  'list',
  'key',
  'the',
  'of',
  'is',
  'data',
  'input',
])

/** How much of the words of two names is the same, 0 to 1. */
function likeness(one: string, other: string): number {
  const [mine, theirs] = [one, other].map((name) => {
    const words = wordsOf(name).map(singular)
    const telling = words.filter((word) => !general.has(word))
    return new Set(telling.length > 0 ? telling : words)
  })
  if (mine === undefined || theirs === undefined || mine.size === 0) return 0
  const common = [...mine].filter((word) => theirs.has(word)).length
  return common / (mine.size + theirs.size - common)
}

/** From here on a name says what it is, whatever its value looks like. */
export const SAME_NAME = 97

/**
 * How surely a service means an input by a name, 0 to 100: it is the same, but for how it is written; it is what others call
 * it; it is alike. `group`: of the operation, the first word of its id.
 */
export function nameScore(group: string, input: string, name: string): number {
  if (bare(name) === bare(input)) return 100
  if (bareSingular(name) === bareSingular(input)) return SAME_NAME
  const place = namesOf(group, input).findIndex(
    (other) => other !== '' && bareSingular(other) === bareSingular(name),
  )
  if (place >= 0) return (input === 'id' ? 96 : 80) - place
  const alike = likeness(input, name)
  return alike >= 0.3 ? Math.round(alike * 50) : 0
}
