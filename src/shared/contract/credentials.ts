export const credentialsMethods = {} as const
