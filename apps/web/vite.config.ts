import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { ledgerScript } from './ledger-script/plugin.mjs';

const api = process.env['API_URL'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), ledgerScript()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 900 },
  server: { proxy: Object.fromEntries(['/graphql', '/files', '/exports', '/healthz', '/readyz'].map((path) => [path, api])) },
});
