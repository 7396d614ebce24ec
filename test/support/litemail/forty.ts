/**
 * 40 people in a CSV over these domains, as a spreadsheet saves it: two bad user names (lines 5 and 13), one that stands there
 * before (22), a domain that is not there (29), and a name with other letters (35). 36 can be assigned.
 */
export function forty(domains: readonly string[]): string {
  const hostOf = (place: number) => domains[place % domains.length] ?? ''
  const people = Array.from({ length: 40 }, (_, n): readonly string[] => {
    if (n === 3) return ['Dara', 'Voss', 'dara voss', hostOf(n)]
    if (n === 11) return ['Emil', 'Ito', '.emil', hostOf(n)]
    if (n === 20) return ['Person12', 'Smith', '', hostOf(12)]
    if (n === 27) return ['Fay', 'Novak', '', 'elsewhere.test']
    if (n === 33) return ['Zoë', 'Groß', '', hostOf(n)]
    return [`Person${n}`, 'Smith', '', hostOf(n)]
  })
  const rows = [['First name', 'Last name', 'User name', 'Domain'], ...people]
  return rows.map((row) => `${row.join(';')}\r\n`).join('')
}
