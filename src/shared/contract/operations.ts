export const operationsMethods = {} as const
