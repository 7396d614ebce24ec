/** Words of a name: `firstName`, `first_name`, `FIRST-NAME`, `first.name` and `first name` have the same two. */
export const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** A word for one of several, as English makes it; good enough to compare two. */
export const singular = (word: string): string => {
  if (word.length <= 3 ? word !== 'ids' : /(?:ss|us|is)$/.test(word)) return word
  if (/(?:x|ch|sh|ss)es$/.test(word)) return word.slice(0, -2)
  return /ies$/.test(word) ? `${word.slice(0, -3)}y` : word.replace(/s$/, '')
}

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
  domainIds: 'ids domains domainIdList zoneIds zones',
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

/** A name, ready to be compared. */
export interface Name {
  readonly bare: string
  /** As though it were of one thing. */
  readonly single: string
  /** Its words that say something; all of them where none does. */
  readonly words: ReadonlySet<string>
}

/** Reads a name for `nameScore`. */
export function readName(name: string): Name {
  const words = wordsOf(name)
  const singles = words.map(singular)
  const telling = singles.filter((word) => !general.has(word))
  return {
    bare: words.join(''),
    single: singles.join(''),
    words: new Set(telling.length > 0 ? telling : singles),
  }
}

/** What an input is called, and what others call it, the nearest first. */
interface InputNames {
  readonly own: Name
  readonly others: readonly string[]
  /** How sure the first of those is. */
  readonly surest: number
}

function makeNames(group: string, input: string): InputNames {
  const own = readName(input)
  const singles = (names: readonly string[]) =>
    names.filter((name) => name !== '').map((name) => readName(name).single)
  if (input !== 'id') return { own, others: singles((others[input] ?? '').split(' ')), surest: 80 }
  const rows = (rowNames[group] ?? '').split(' ').filter((row) => row !== '')
  const ids = ['Id', 'Uuid', 'Key'].flatMap((end) => rows.map((row) => `${row}${end}`))
  return { own, others: singles([...ids, 'uuid', 'uid', ...rows]), surest: 96 }
}

const made = new Map<string, InputNames>()

/** The names of an input. `group`: of its operation, the first word of the id. */
export function namesOf(group: string, input: string): InputNames {
  const key = `${group} ${input}`
  const names = made.get(key) ?? makeNames(group, input)
  made.set(key, names)
  return names
}

/** How much of the words of two names is the same, 0 to 1. */
function likeness(one: Name, other: Name): number {
  const common = [...one.words].filter((word) => other.words.has(word)).length
  return common === 0 ? 0 : common / (one.words.size + other.words.size - common)
}

/** From here on a name says what it is, whatever its value looks like. */
export const SAME_NAME = 97
/** Less is chance. */
const ALIKE = 0.3

/**
 * How surely a service means an input by a name, 0 to 100: it is the same, but for how it is written; it is what others call
 * it; it is alike.
 */
export function nameScore({ own, others: theirs, surest }: InputNames, name: Name): number {
  if (name.bare === own.bare) return 100
  if (name.single === own.single) return SAME_NAME
  const place = theirs.indexOf(name.single)
  if (place >= 0) return surest - place
  const alike = likeness(own, name)
  return alike >= ALIKE ? Math.round(alike * 50) : 0
}
