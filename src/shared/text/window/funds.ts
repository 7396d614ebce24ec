import { fleetAge } from '../fleetParts'
import { dollars } from '../money'
import { oneLine } from '../phrases'

/** What is written about what an account pays with: the forms before a plan is shown. */
export const fundsText = {
  proceed: 'Review…',
  amount: 'Amount in dollars',
  amounts: {
    empty: 'Enter an amount.',
    number: 'Digits, with a dot before the cents: 1250 or 49.50.',
    cents: 'At most two digits behind the dot.',
    nothing: 'More than 0.',
    large: 'At most 1,000,000.',
  },
  /** What was typed, as it is understood. */
  understood: (amount: number) => dollars(amount),

  addFunds: 'Add funds…',
  addTitle: (account: string) => `Add funds to ${oneLine(account)}’s wallet`,
  addLead: 'Litemail answers with a page to pay at. Nothing is bought before you pay on that page.',
  balance: (amount: number, at: number, now: number) =>
    `The wallet holds ${dollars(amount)}, read ${fleetAge(at, now)}.`,
  noBalance: 'What the wallet holds is not known.',
  rechargeIsOn: 'Auto-recharge is on.',

  recharge: 'Auto-recharge…',
  rechargeTitle: (account: string) => `Auto-recharge of ${oneLine(account)}’s wallet`,
  rechargeLead: 'While it is on, Litemail charges the card that it has of you, by itself.',
  rechargeOn: 'Recharge the wallet by itself',
  threshold: 'When it holds less than',
  minimum: 'By at least',
  rechargeBefore: 'Now',
  rechargeAll: 'Litemail takes all three at once, also to turn it off.',
  rechargeNow: {
    on: (below: number | null, by: number | null) =>
      `On${below === null ? '' : `, below ${dollars(below)}`}${by === null ? '' : `, by at least ${dollars(by)}`}`,
    off: 'Off',
    unknown: 'Not told',
  },
  readAt: (at: number, now: number) => `Read ${fleetAge(at, now)}.`,

  details: 'Billing details…',
  detailsTitle: (account: string) => `Billing details of ${oneLine(account)}`,
  detailsLead:
    'Saving replaces all of it. Litemail does not tell which details it has, so nothing is filled in here.',
  fields: {
    firstName: 'First name',
    lastName: 'Last name',
    company: 'Company',
    addressLineOne: 'Address',
    addressLineTwo: 'Address, second line',
    city: 'City',
    state: 'State or region',
    country: 'Country',
    postalCode: 'Postal code',
    phoneCc: 'Phone, country code',
    phone: 'Phone',
  },
  countryHint: 'Two letters, as CH or US.',
  needed: 'Enter this.',
  noCountry: 'No country has this code. Two letters, as CH or US.',
  phoneCode: 'A plus and digits, as +41.',

  upgrade: 'Upgrade…',
  upgradeTitle: (plan: string | null) => `Upgrade ${plan === null ? 'a subscription' : oneLine(plan)}`,
  newPlan: 'New plan',
  newPlanHint: 'As Litemail writes it, for example Pro. Litemail does not tell which plans there are.',
  newPlanEmpty: 'Enter the name of a plan.',
  newPlanSame: 'It has this plan already.',
  planNow: 'Plan now',
  cancel: 'Cancel…',
  change: (plan: string | null) =>
    plan === null ? 'Change this subscription' : `Change subscription ${oneLine(plan)}`,
} as const
