import { existsSync, globSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { contract, events } from './src/shared/ipc/contract.ts'

// A worker thread of main is any file `src/main/documents/<name>.worker.ts`: adding the file is all that is needed.
// It is bundled to `out/main/<name>.worker.js`; start it through `workerFile('<name>')` (src/main/documents/worker-file.ts),
// which finds the source in tests and the bundle in the built program.
const workers = globSync('src/main/documents/*.worker.ts').map((file) => [basename(file, '.ts'), resolve(file)] as const)
// The command line is the second composition root: it shares the services and knows no window.
const roots = ['index', 'cli'].map((name) => [name, resolve(`src/main/${name}.ts`)] as const).filter(([, file]) => existsSync(file))

// The names of the contract, for those who must not wait for its schemas (src/shared/ipc/names.ts).
const names = {
  CCHC_CHANNELS: JSON.stringify(Object.keys(contract)),
  CCHC_EVENTS: JSON.stringify(Object.keys(events)),
}

export default defineConfig({
  // electron-vite leaves `dependencies` outside the bundle: native modules, WebAssembly, files. All else is bundled.
  main: {
    define: names,
    build: {
      rollupOptions: {
        input: Object.fromEntries([...roots, ...workers]),
        // Chunks lie beside the entries, so that a path relative to the running file means the same everywhere.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        external: ['pg-native'],
      },
    },
  },
  preload: {
    define: names,
    build: {
      externalizeDeps: false,
      // A sandboxed preload must be CommonJS.
      rollupOptions: { input: resolve('src/preload/index.ts'), output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    plugins: [react()],
    build: { rollupOptions: { input: resolve('src/renderer/index.html') }, assetsInlineLimit: 0, minify: true },
  },
})
