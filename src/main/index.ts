import { isHolderStart } from './desktop/holderWords'

// Electron is not ready before the end of this module, what it awaits included (Electron, "ES Modules in Electron").
const words = process.argv.slice(process.defaultApp === true ? 2 : 1)
if (isHolderStart(words)) (await import('./desktop/holdClipboard')).holdClipboard()
else (await import('./startup/start')).start()
