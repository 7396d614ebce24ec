import type { NameServerFacts, PropagationFacts } from '../../../../shared/litemail/facts'
import { ok, type Result } from '../../../../shared/result'
import { judgeNameServers } from '../../../rules/domainHealth'
import type { BodyProblem } from '../../../rules/outcome'
import { findAt } from '../../places'
import { cleanText } from '../../serviceText'
import { below, type Decoder, isFields, misshapen, type Placed } from '../envelope'
import type { Row } from '../fields'
import { oneOf } from '../rows'

const servers = ['nameServers', 'nameservers', 'name_servers'] as const

function decodeServers(row: Row): Result<NameServerFacts, BodyProblem> {
  const nameServers = row.texts(...servers)
  return nameServers === null || nameServers.length === 0
    ? misshapen(below(row.place, servers[0]))
    : ok({ nameServers })
}

const decodeRow = oneOf('domain', decodeServers)

/** Names alone, or each in an object that calls it what a server is called. */
function decodeBare({ value, place }: Placed): Result<NameServerFacts, BodyProblem> {
  if (!Array.isArray(value) || value.length === 0) return misshapen(place)
  const named = value.map((item) =>
    cleanText(isFields(item) ? (item.nameServer ?? item.host ?? item.name ?? item.value) : item),
  )
  const nameServers = named.filter((name) => name !== null)
  return nameServers.length === named.length ? ok({ nameServers }) : misshapen(place)
}

/** The name servers that a domain is to have: a list of them, wherever it stands. */
export const decodeNameServers: Decoder<NameServerFacts> = (opened) => {
  const { content, body, places } = opened
  const place = places?.rows ?? null
  const placed = place === null ? content : findAt(body, place)
  if (placed !== null && Array.isArray(placed.value)) return decodeBare(placed)
  return decodeRow(opened)
}

const flags = ['verified', 'isVerified', 'propagated', 'isPropagated', 'allPropagated'] as const

function decodeVerdict(row: Row): Result<PropagationFacts, BodyProblem> {
  const nameServers = row.texts(...servers)
  const expectedNameServers = row.texts('expectedNameServers', 'expected')
  const isWhole = row.flag(...flags) ?? judgeNameServers(nameServers ?? [], expectedNameServers ?? [])
  if (isWhole === null) return misshapen(below(row.place, flags[0]))
  return ok({ isWhole, nameServers, expectedNameServers })
}

/** Whether the name servers of a domain have come to be known: said so, or both what they are and what they should be. */
export const decodePropagation: Decoder<PropagationFacts> = oneOf('domain', decodeVerdict)
