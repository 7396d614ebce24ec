/// <reference types="vite/client" />
import type { Bridge } from '../shared/bridge'

declare global {
  interface Window {
    readonly bridge: Bridge
    /** W3C, "Trusted Types"; TypeScript does not know them yet. What a policy makes is a string to all but the browser. */
    readonly trustedTypes: {
      createPolicy(
        name: 'message-frame',
        rules: { createHTML(html: string): string },
      ): { createHTML(html: string): string }
    }
  }
}
