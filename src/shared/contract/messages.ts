export const messagesMethods = {} as const
