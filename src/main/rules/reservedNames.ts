/** Named in LikeDo's documentation of "Create email" as refused. */
const documented = new Set(['admin', 'noreply', 'postmaster'])

/** What the service's open-source predecessor refuses; the service itself publishes no list. */
const likely = new Set(
  `support billing security root administrator system no-reply info contact help hello hi inquiries feedback
  suggestions service customerservice supportteam care assistance complaints sales marketing business
  partnerships advertising promo deals accounts payment finance invoicing refunds subscriptions webmaster
  hostmaster tech it ops dev developer engineering privacy abuse legal compliance trust fraud report news
  updates alerts notifications welcome verify confirmation team staff hr jobs careers press media events`
    .trim()
    .split(/\s+/),
)

/** Whether a service refuses a local part because it is reserved: told in its documentation, or only likely. */
export type ReservedStanding = 'no' | 'likely' | 'documented'

/** Whole names are compared, letter case aside: "admin.team" is free. */
export function reservedStanding(localPart: string): ReservedStanding {
  const name = localPart.trim().toLowerCase()
  if (documented.has(name)) return 'documented'
  return likely.has(name) ? 'likely' : 'no'
}
