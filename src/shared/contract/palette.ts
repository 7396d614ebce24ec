export const paletteMethods = {} as const
