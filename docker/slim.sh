#!/bin/sh
# Takes out of node_modules what only building and testing need: TypeScript is a dependency since `npm start`
# builds, and an image has built already. Changes package.json and its lock: for a build stage, not for a checkout.
set -eu

npm pkg delete dependencies.typescript "dependencies.@types/node" "dependencies.@types/write-file-atomic"
npm prune --omit=dev --no-audit --no-fund
