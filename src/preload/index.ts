import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import { type Bridge, CALL, EVENT } from '../shared/bridge'

const bridge: Bridge = {
  call: (method, input) => ipcRenderer.invoke(CALL, { method, input }),
  on(event, listener) {
    const relay = (_: IpcRendererEvent, name: string, payload: Parameters<typeof listener>[0]) => {
      if (name === event) listener(payload)
    }
    ipcRenderer.on(EVENT, relay)
    return () => ipcRenderer.off(EVENT, relay)
  },
}

contextBridge.exposeInMainWorld('bridge', bridge)
