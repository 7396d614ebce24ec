import { fundsText } from '../../shared/text/window/funds'

/** What Litemail takes of billing details, in the order of an address. */
export const billingFields = [
  { name: 'firstName', isRequired: true },
  { name: 'lastName', isRequired: true },
  { name: 'company', isRequired: false },
  { name: 'addressLineOne', isRequired: true },
  { name: 'addressLineTwo', isRequired: false },
  { name: 'postalCode', isRequired: true },
  { name: 'city', isRequired: true },
  { name: 'state', isRequired: false },
  { name: 'country', isRequired: true },
  { name: 'phoneCc', isRequired: false },
  { name: 'phone', isRequired: false },
] as const

export type BillingField = (typeof billingFields)[number]['name']
export type TypedDetails = Readonly<Partial<Record<BillingField, string>>>

const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

/** What a code of two letters is called (ISO 3166-1); null: no country has it. */
export function countryOf(text: string): string | null {
  const code = text.trim().toUpperCase()
  return /^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? null) : null
}

/** Why a field does not take what was typed; null: it does. */
export function detailComplaint(field: (typeof billingFields)[number], text: string): string | null {
  const typed = text.trim()
  if (typed === '') return field.isRequired ? fundsText.needed : null
  if (field.name === 'country') return countryOf(typed) === null ? fundsText.noCountry : null
  if (field.name === 'phoneCc') return /^\+\d{1,4}$/.test(typed) ? null : fundsText.phoneCode
  return null
}

/** What is sent; what was left empty is not. Null: something stands against it. */
export function readDetails(typed: TypedDetails): Readonly<Record<string, string>> | null {
  if (billingFields.some((field) => detailComplaint(field, typed[field.name] ?? '') !== null)) return null
  const filled = billingFields.flatMap(({ name }) => {
    const text = (typed[name] ?? '').trim()
    return text === '' ? [] : [[name, name === 'country' ? text.toUpperCase() : text] as const]
  })
  return Object.fromEntries(filled)
}
