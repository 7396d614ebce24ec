/** So late a busy machine may be with what is waited for, in milliseconds. */
export const LATE_MS = 20_000
