export const billingMethods = {} as const
