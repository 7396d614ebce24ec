export const healthMethods = {} as const
