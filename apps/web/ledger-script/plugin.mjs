import fs from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

const file = 'ledger-verify.mjs';
const entry = path.join(import.meta.dirname, 'main.mjs');

/** Outsiders download one file and run it with Node alone; here it is written in parts. It stays readable: people read it before they trust it. */
export function ledgerScript() {
  return {
    name: 'ledger-script',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: file, source: await inOneFile() });
    },
    configureServer(server) {
      server.middlewares.use(`/${file}`, (_request, response, next) => {
        const send = (source) => response.setHeader('content-type', 'text/javascript; charset=utf-8').end(source);
        inOneFile().then(send, next);
      });
    },
  };
}

async function inOneFile() {
  const [{ output }] = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: { lib: { entry, formats: ['es'], fileName: () => file }, write: false, minify: false, target: 'node18', rolldownOptions: { external: /^node:/ } },
  });
  const [usage = ''] = /\/\*\*[^]*?\*\//.exec(fs.readFileSync(entry, 'utf8')) ?? [];
  const { code } = output[0];
  return code.replace(/^(#!.*\n)/, `$1${usage}\n`);
}
