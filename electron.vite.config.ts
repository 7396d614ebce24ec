import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { icons } from './scripts/build/icons.mjs'
import { collectLicences } from './scripts/build/licences.mjs'

// Native modules stay outside the bundle; everything else goes into it. The last two are optional parts of
// dbus-next that Mailroom does not ship: addresses of a bus in X11 properties, and file descriptors over it.
const native = ['electron', 'keytar', 'libsql', 'x11', 'usocket']
const licences = collectLicences()

export default defineConfig({
  main: {
    plugins: [icons(), licences()],
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      rollupOptions: {
        input: {
          index: 'src/main/index.ts',
          'store-worker': 'src/main/store/worker.ts',
          'decode-thread': 'src/main/upstream/litemail/decodeThread.ts',
          'api-file-thread': 'src/main/transfer/apiFileThread.ts',
        },
        external: native,
        // All in one folder, from which every part finds what lies beside it.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    plugins: [licences()],
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      rollupOptions: {
        input: { index: 'src/preload/index.ts' },
        // A sandboxed preload can only be one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), tailwindcss(), licences()],
    // Main puts a fresh nonce here each time it serves the page.
    html: { cspNonce: '__NONCE__' },
    build: {
      target: 'chrome130',
      // What the first screen needs is fetched at once; the rest comes from the disk when it is asked for.
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_, chunks, { hostType }) => (hostType === 'html' ? chunks : []),
      },
      assetsInlineLimit: 0,
      minify: true,
      rollupOptions: {
        input: {
          index: 'src/renderer/index.html',
          quick: 'src/renderer/quick/index.html',
          mail: 'src/renderer/mail/index.html',
        },
      },
    },
  },
})
