import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses'
import { Stop } from '../setup/words.mjs'

/**
 * What a packaged Mailroom's Electron can and cannot do any more (Electron documentation, "Electron Fuses").
 *
 * - EnableEmbeddedAsarIntegrityValidation is looked at on macOS and Windows only; on Linux it changes nothing.
 * - LoadBrowserProcessSpecificV8Snapshot needs a snapshot of its own, which no runtime that we use brings along.
 * - WasmTrapHandlers is on in every Electron that has it.
 */
const wanted = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  WasmTrapHandlers: true,
}

/**
 * Sets every fuse that an executable has. One that is not known here stops it: nobody has decided about it yet.
 *
 * @param {string} executable
 * @returns {Promise<void>}
 */
export async function setFuses(executable) {
  const { version: _, ...wire } = await getCurrentFuseWire(executable)
  const places = Object.entries(wire).filter(([, state]) => state !== FuseState.REMOVED)
  const chosen = places.map(([place]) => {
    const name = FuseV1Options[Number(place)]
    const isOn = wanted[/** @type {keyof typeof wanted} */ (name)]
    if (isOn === undefined) {
      throw new Stop(
        `This Electron has a fuse that Mailroom does not know (${name ?? `number ${place}`}). Decide about it in scripts/package/fuses.mjs.`,
      )
    }
    return /** @type {const} */ ([Number(place), isOn])
  })
  await flipFuses(executable, { version: FuseVersion.V1, ...Object.fromEntries(chosen) })
}
