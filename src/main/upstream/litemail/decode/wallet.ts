import type { WalletFacts } from '../../../../shared/litemail/facts'
import { ok, type Result } from '../../../../shared/result'
import type { BodyProblem } from '../../../rules/outcome'
import { inDollars } from '../dollars'
import { below, misshapen } from '../envelope'
import type { Row } from '../fields'
import { oneOf } from '../rows'
import { decodeTable } from '../table'

/** Without a balance that can be read it is no wallet: what an empty one shows is a 0. */
function decodeWallet(row: Row): Result<WalletFacts, BodyProblem> {
  const balance = row.number('walletBalance', 'balance')
  if (balance === null) return misshapen(below(row.place, 'walletBalance'))
  const details = row.inner('autoRechargeDetails')
  const isAutoRecharging = row.flag('autoRechargeEnabled')
  const rechargeBelow = details?.number('threshold') ?? null
  const rechargeBy = details?.number('minimumRechargeAmount') ?? null
  return ok({ isAutoRecharging, ...inDollars({ balance, rechargeBelow, rechargeBy }, row.others()) })
}

export const wallet = {
  'wallet.balance': oneOf('wallet', decodeWallet),
  'wallet.addBalance': decodeTable,
  'wallet.autoRecharge': decodeTable,
  'wallet.addCredit': decodeTable,
  'wallet.invoices': decodeTable,
}
