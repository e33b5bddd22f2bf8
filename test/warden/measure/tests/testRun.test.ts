import { describe, expect, test } from "vitest";
import { testRuns } from "../../../../src/warden/measure/tests/testRun.ts";

describe("a test command is recognised inside", () => {
  test.each([
    ["npm test", "npm test"],
    ["cd x && npm test", "npm test"],
    ["CI=1 FORCE_COLOR=0 npm run test:unit -- --bail", "npm run test:unit -- --bail"],
    ["time npx --yes vitest run src", "vitest run src"],
    ["(cd api && timeout -k 5 60s npm t)", "npm t"],
    ["pnpm --filter web -r test", "pnpm --filter web -r test"],
    ["yarn workspace web test", "yarn workspace web test"],
    ["pnpm exec playwright test --reporter=list", "playwright test --reporter=list"],
    ["node --import tsx --test 'test/**/*.ts'", "node --import tsx --test test/**/*.ts"],
    [".venv/bin/python -m pytest -x", ".venv/bin/python -m pytest -x"],
    ["uv run pytest tests/", "pytest tests/"],
    ["poetry run python -m unittest", "python -m unittest"],
    ["bash -lc 'cd x && go test ./...'", "go test ./..."],
    ["cargo +nightly test --all", "cargo +nightly test --all"],
    ["./gradlew :app:testDebugUnitTest", "./gradlew :app:testDebugUnitTest"],
    ["make -j4 check", "make -j4 check"],
    ["bundle exec rake spec", "rake spec"],
    ["env NODE_ENV=test npx jest -i", "jest -i"],
    ["cat <<'EOF' > a.py\nnpm run lint\nEOF\npytest a.py", "pytest a.py"],
    ["npm test \\\n  -- --run", "npm test -- --run"],
    ['OUT=$(npm test 2>&1); echo "$OUT"', "npm test"],
    ["node_modules/.bin/mocha", "node_modules/.bin/mocha"],
    ["uv run -q --extra dev pytest -x", "pytest -x"],
    ["docker compose exec -T -e CI=1 web npm test", "npm test"],
    ["docker ps; bun test", "bun test"],
    ["if npm test; then echo ok; fi", "npm test"],
  ])("%j", (line, command) => expect(testRuns(line).map((run) => run.command)).toEqual([command]));
});

describe("no test command is seen in", () => {
  test.each([
    "",
    "echo npm test",
    "git commit -m 'npm test'",
    "cat test.log",
    "grep -rn 'pytest' .",
    "npm install --save-dev jest",
    "npx playwright install",
    "vim test/a.test.ts",
    "ls test && cat package.json",
    "go build ./... # go test",
    "npm run testimonials",
    "pip install pytest",
    "cat > run.sh <<EOF\nnpm test\nEOF",
    "test -f package.json",
    "make latest",
    "npm run build",
    "pytest --version",
    "cargo test --no-run",
  ])("%j", (line) => expect(testRuns(line)).toEqual([]));
});

describe("what the line's exit code says about the run", () => {
  const both = { zeroMeansPass: true, otherMeansFail: true };
  const none = { zeroMeansPass: false, otherMeansFail: false };
  const zero = { zeroMeansPass: true, otherMeansFail: false };
  test.each([
    ["npm test", both],
    ["npm test 2>&1", both],
    ["npm test > out.log 2>&1", both],
    ["cd x && npm test", both],
    ["cd x; npm test", both],
    ["npm run build && npm test", zero],
    ["npm test && git commit -m x", zero],
    ["npm test && git log | head", zero],
    ["npm test | tail", none],
    ["npm test |& tail", none],
    ["npm test 2>&1 | tee out.log | tail", none],
    ["set -o pipefail && npm test | tail", both],
    ["npm test || true", { zeroMeansPass: false, otherMeansFail: true }],
    ["npm test || exit 1", both],
    ["npm test; echo $?", none],
    ["npm test; exit $?", both],
    ["npm test\necho done", none],
    ["set -e\nnpm test\necho done", both],
    ["set -e; npm run build; npm test", zero],
    ["npm test &", none],
    ["(npm test; echo x)", none],
    ["(cd x && npm test) | tail", none],
    ["! npm test", none],
    ["for d in a b; do npm test; done", none],
    ["X=$(npm test)", none],
    ["sh -c 'npm test' | tail", none],
    ["npm run lint || npm test", none],
  ])("%j", (line, expected) => expect(testRuns(line)).toMatchObject([expected]));
});

test("a long or odd line ends in time", () => {
  const odd = `"${"$(".repeat(2_000)}${"'".repeat(3_001)}`;
  expect(testRuns(`echo ${"x ".repeat(50_000)}; npm test`)).toHaveLength(1);
  expect(testRuns(odd)).toEqual([]);
});
