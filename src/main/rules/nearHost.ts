/** Names that lead nowhere else than to this computer or into its own network (RFC 6761, 6762, 8375, 9476). */
const nearName = /^(?:[^.]+|.*\.(?:localhost|local|internal|alt|home\.arpa))\.?$/
/** Numbers that do (RFC 1122, 1918, 3927, 6598), as URLs write them. */
const nearNumber =
  /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\.[\d.]+$/
/** The same of IPv6 (RFC 4291, 4193), and all that hold one of the others. */
const nearSix = /^\[(?:::|f[cd]|fe[89ab])/

/** Whether a host, as a URL names it, is this computer or one of its own network: nobody writes such from outside. */
export const isNearHost = (hostname: string): boolean =>
  hostname.startsWith('[') ? nearSix.test(hostname) : nearNumber.test(hostname) || nearName.test(hostname)
