# Jama, Claude Code, and what both need, for one person. docs/docker.md says how to run it.

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY docker ./docker
COPY src ./src
RUN npm run build && docker/slim.sh

FROM node:24-bookworm-slim
# script (bsdutils) keeps the log, ps (procps) finds left-over processes, tini reaps what sessions orphan.
RUN apt-get update \
  && apt-get install -y --no-install-recommends bsdutils ca-certificates git openssh-client procps tini tmux util-linux \
  && rm -rf /var/lib/apt/lists/*
ARG CLAUDE_CODE_VERSION=2.1.329
RUN npm install --global "@anthropic-ai/claude-code@${CLAUDE_CODE_VERSION}" && npm cache clean --force \
  && echo 'export DISABLE_AUTOUPDATER=1' > /etc/profile.d/jama.sh

WORKDIR /app
COPY prompts ./prompts
COPY docker/entrypoint.sh ./docker/entrypoint.sh
COPY --from=build /app/package.json ./package.json
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist

# tmux and Claude Code draw with more than ASCII; whoever comes in with `docker exec` gets the same locale.
ENV LANG=C.UTF-8 NODE_ENV=production
USER node
# All that must outlive the container lies in the home: ~/.jama, ~/.claude and ~/.claude.json, git's identity, keys.
VOLUME /home/node
WORKDIR /home/node

# No HEALTHCHECK: nothing tells from outside yet whether the bot still hears Telegram.
ENTRYPOINT ["tini", "--", "/app/docker/entrypoint.sh"]
