/** A label as it is compared. */
export const plainLabel = (text: string) => text.trim().toLowerCase()

/** Case makes no difference. */
export const isSameLabel = (one: string, other: string) => plainLabel(one) === plainLabel(other)
