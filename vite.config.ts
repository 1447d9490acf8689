import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { datasetPlugin } from './src/formats/datasetPlugin.ts'
import { flagsPlugin } from './src/formats/flagsPlugin.ts'

// Addresses are relative, so that the build works from any folder of any static host.
export default defineConfig({
  base: './',
  plugins: [react(), datasetPlugin({ dir: 'data' }), flagsPlugin({ dir: 'data' })],
  build: { target: 'es2022', manifest: true, chunkSizeWarningLimit: 700 },
})
