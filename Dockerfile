# One image, two commands: the API (default) and the worker.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
COPY libs/domain/package.json libs/domain/
COPY libs/matching/package.json libs/matching/
COPY libs/gql/package.json libs/gql/
COPY libs/ui/package.json libs/ui/
COPY libs/testing/package.json libs/testing/
COPY seeds/package.json seeds/
COPY e2e/package.json e2e/
RUN npm ci
COPY . .
RUN node tools/build.mjs && npm prune --omit=dev

FROM node:22-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build --chown=node:node /app .
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
ENV DATA_DIR=/data PORT=3000
EXPOSE 3000
CMD ["node", "--enable-source-maps", "apps/api/dist/main.js"]
