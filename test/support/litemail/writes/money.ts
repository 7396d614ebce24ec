import { change, lacking, numberIn, refusalOf, sum, textIn, type Write } from './written'

/** Where a page to pay at stands. */
const CHECKOUT = 'https://checkout.litemail.test/pay/'
/** The second one is that of a domain, in the golden examples. */
const linkOf = (n: number): string => `${CHECKOUT}cs_${String(n === 0 ? 1 : n + 2).padStart(4, '0')}`

const addBalance: Write = (asked) => {
  const { sent, holdings, refuse } = asked
  const wrong = lacking(asked, 'amount')
  const amount = numberIn(sent, 'amount')
  if (wrong || amount === null || amount <= 0) return wrong ?? refuse(400, 'Invalid amount')
  const refused = refusalOf(asked, amount)
  if (refused !== null) return refuse(400, refused)
  const link = linkOf(holdings.links.length)
  return {
    rows: [{ amount, link }],
    data: { paymentLink: link },
    apply: () => {
      holdings.links.push({ link, amount, isPaid: false })
    },
  }
}

const addCredit: Write = (asked) => {
  const { sent, holdings, refuse } = asked
  const wrong = lacking(asked, 'amount')
  const amount = numberIn(sent, 'amount')
  if (wrong || amount === null || amount <= 0) return wrong ?? refuse(400, 'Invalid amount')
  const refused = refusalOf(asked, amount)
  if (refused !== null) return refuse(400, refused)
  const walletBalance = sum(holdings.wallet.walletBalance, amount)
  return {
    rows: [{ amount }],
    data: { walletBalance },
    apply: () => {
      holdings.wallet = { ...holdings.wallet, walletBalance }
    },
  }
}

const autoRecharge: Write = (asked) => {
  const { sent, holdings } = asked
  const wrong = lacking(asked, 'enable', 'threshold', 'minimumRechargeAmount')
  if (wrong) return wrong
  const refused = refusalOf(asked, sent.threshold, sent.minimumRechargeAmount)
  if (refused !== null) return asked.refuse(400, refused)
  const autoRechargeEnabled = sent.enable === true
  const autoRechargeDetails = {
    threshold: numberIn(sent, 'threshold') ?? 0,
    minimumRechargeAmount: numberIn(sent, 'minimumRechargeAmount') ?? 0,
  }
  return {
    rows: [sent],
    message: `Auto recharge ${autoRechargeEnabled ? 'enabled' : 'disabled'} successfully`,
    apply: () => {
      holdings.wallet = { ...holdings.wallet, autoRechargeEnabled, autoRechargeDetails }
    },
  }
}

const addDetails: Write = (asked) => {
  const { sent, holdings } = asked
  const wrong = lacking(
    ...([asked, 'firstName', 'lastName', 'addressLineOne', 'city', 'country', 'postalCode'] as const),
  )
  if (wrong) return wrong
  const refused = refusalOf(asked, ...Object.values(sent))
  if (refused !== null) return asked.refuse(400, refused)
  return {
    rows: [sent],
    apply: () => {
      holdings.billing = sent
    },
  }
}

const cancel: Write = (asked) => {
  const { holdings, id, refuse } = asked
  const found = holdings.subscriptions.find((one) => one.id === id)
  if (found === undefined) return refuse(404, 'Subscription not found')
  const refused = refusalOf(asked, found.id)
  if (refused !== null) return refuse(400, refused)
  const subscriptionStatus = 'CANCELLED'
  return {
    rows: [{ id: found.id, subscriptionId: found.subscriptionId }],
    data: { id: found.id, subscriptionStatus },
    apply: () => change(holdings.subscriptions, found.id, { subscriptionStatus }),
  }
}

const upgrade: Write = (asked) => {
  const { holdings, id, sent, refuse } = asked
  const found = holdings.subscriptions.find((one) => one.id === id)
  if (found === undefined) return refuse(404, 'Subscription not found')
  const wrong = lacking(asked, 'newPlan')
  const newPlan = textIn(sent, 'newPlan')
  if (wrong || newPlan === null) return wrong ?? refuse(400, 'Invalid plan')
  const refused = refusalOf(asked, found.id, newPlan)
  if (refused !== null) return refuse(400, refused)
  return {
    rows: [{ id: found.id, newPlan }],
    // When it was is told as the documentation has it.
    data: { id: found.id, oldPlan: found.plan, newPlan, upgradedAt: '2025-10-04T16:00:00Z' },
    apply: () => change(holdings.subscriptions, found.id, { plan: newPlan }),
  }
}

/** What is written about money. */
export const moneyWrites: Readonly<Record<string, Write>> = {
  'billing.addDetails': addDetails,
  'wallet.addBalance': addBalance,
  'wallet.addCredit': addCredit,
  'wallet.autoRecharge': autoRecharge,
  'subscriptions.cancel': cancel,
  'subscriptions.upgrade': upgrade,
}
