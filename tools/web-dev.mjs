import { createServer } from 'vite';
import { inRoot } from './paths.mjs';

/** `npm run dev`: the Vite server; everything that is not the React app goes to the API. */
const api = { target: `http://127.0.0.1:${process.env.PORT}` };
const proxied = ['/graphql', '/files', '/healthz', '/readyz'];

const server = await createServer({
  root: inRoot('apps/web'),
  clearScreen: false,
  server: { port: Number(process.env.WEB_PORT), strictPort: true, proxy: Object.fromEntries(proxied.map((path) => [path, api])) },
});
await server.listen();
process.on('SIGTERM', () => server.close().finally(() => process.exit(0)));
