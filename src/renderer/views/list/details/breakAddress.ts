/**
 * An address in the pieces between which its line may break, so that it is read in words: after a hyphen, dot
 * or underscore, and before the @. Joined they are the address.
 */
export function breakAddress(email: string): readonly string[] {
  const at = email.lastIndexOf('@')
  const name = at < 0 ? email : email.slice(0, at)
  const domain = at < 0 ? '' : email.slice(at)
  return [...(name.match(/[^-._]*[-._]+|[^-._]+/g) ?? []), ...(domain.match(/@?[^.]*\.|@?[^.]+/g) ?? [])]
}
