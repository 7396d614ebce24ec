import type { App } from './launch'

/** The user answers the system's file dialogs from now on with this file; null: closes them without choosing. */
export const answerFileDialogs = (app: App, file: string | null): Promise<unknown> =>
  app.electron.evaluate(({ dialog }, path) => {
    Object.assign(dialog, {
      showOpenDialog: async () => ({ canceled: path === null, filePaths: path === null ? [] : [path] }),
      showSaveDialog: async () => ({ canceled: path === null, filePath: path ?? '' }),
    })
  }, file)
