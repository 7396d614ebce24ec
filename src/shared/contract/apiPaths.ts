export const apiPathsMethods = {} as const
