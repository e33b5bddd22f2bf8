/**
 * Which commands run tests. A table of what is left of a command when everything in front of it that only
 * changes how it is run (variables, `time`, `npx`, `poetry run`, ...) has been taken off.
 */
const table: readonly RegExp[] = [
  /^(vitest|jest|mocha|ava|tap|jasmine|jest-cli|pytest|py\.test|tox|nox|rspec|phpunit|pest|paratest|ctest|bats|gotestsum|prove|busted|nose2|c8 \S+|nyc \S+)( |$)/,
  /^(playwright|cypress|karma|wtr|web-test-runner)( test| run| start|$)/,
  /^(node|tsx)\b.* --test( |$)/,
  /^python[\d.]* (-\S+ )*-m (pytest|unittest|nose2|tox)\b|^python[\d.]* (\S+\/)?(manage|runtests)\.py( test|$)/,
  /^(go|dotnet|swift|mix|flutter|dart|forge|dune|lein|stack|cabal|bazel|bazelisk|rails|artisan|deno|bun|nx|meson|moon) test\b/,
  /^deno task \S*test|^dune runtest|^zig (build )?test\b|^php artisan test\b|^composer (run )?(run-script )?test/,
  /^cargo (\+\S+ )?(test|t|nextest run|llvm-cov)\b/,
  /^(mvn|mvnw|mvnd)\b.* (test|verify|integration-test|surefire:test)\b/,
  /^(gradle|gradlew)\b.* (\S*:)?(test|check|\w+Test)\b/,
  /^(sbt|xcodebuild)\b.*\btest/,
  /^(make|gmake|just|task|rake|ninja|invoke|inv)\b(.* )?((run-?)?tests?|check|spec|test[:_-]\S+|\S+[:_-]tests?)( |$)/,
  /^turbo (run )?(\S+ )*test\b|^(lerna|nx) (run|run-many)\b.*\btest\b/,
  /^ruby\b.* -I\s?\S*test|^ruby (\S+\/)?\S*test\S*\.rb/,
  /^(\S*\/)?(run[-_]?)?tests?\.(sh|py)( |$)/,
];

/** Runs nothing: only says something about the tests. */
const notARun =
  /(^| )(--help|-h|--version|--collect-only|--co|--listTests|--list-tests|--list|--no-run|--showConfig|--dry-run|--fixtures|--markers|--init|--clearCache|-DskipTests|-Dmaven\.test\.skip\S*|install|list|show-report|-list(=| ).*)( |$)/;

const prefixes: readonly RegExp[] = [
  /^\w+=\S*( |$)/,
  /^(time|nohup|command|exec|builtin|sudo|unbuffer|nice|ionice|caffeinate|then|do|else|if|while|until|elif|!)( -\S+)* /,
  /^(g?timeout)( -\S+( (?:KILL|TERM|INT|HUP|SIG\w+|[\d.]+[smhd]?(?= [\d.])))?)* [\d.]+[smhd]? /,
  /^(env|cross-env|dotenv)( -\S+)*( \w+=\S*)* (-- )?/,
  /^stdbuf( -\S+)+ |^xvfb-run( -\S+)* |^script -\S+ /,
  /^(npx|bunx|pnpx|uvx)( -y| --yes| --no-install| --no| --bun)* (-- )?/,
  /^(npm|pnpm|yarn|bun) (exec|dlx|x)( --)? /,
  /^(uv|poetry|pipenv|rye|pdm|hatch|conda|mise|direnv|rtx|asdf)( run| exec)( (--with|--extra|--group|--python|--directory|--project|-p|-n|-E)[ =]\S+| -\S+)* /,
  /^(docker(-compose| compose)?|podman) (exec|run)( (-e|-w|-u|-v|--env|--user|--workdir|--volume|--name)[ =]\S+| -\S+)* \S+ /,
  /^bundle exec |^bin\/spring |^coverage run (-\S+ )*-m (?=pytest|unittest)|^dotenvx run -- /,
];

const managerOptions =
  /^((--prefix|--filter|--workspace|--cwd|--dir|-C|-w|-F)[ =]\S+|workspace \S+|workspaces foreach( -\S+)*|-\S+|run|run-script|recursive|exec) /;

/** The part of the command that runs tests; undefined when it runs none. */
export function testCommand(words: readonly string[]): string | undefined {
  let text = `${words.join(" ").replace(/\s+/g, " ")} `;
  for (let before = ""; before !== text; ) {
    before = text;
    for (const prefix of prefixes) text = text.replace(prefix, "");
    if (/^coverage run /.test(text)) text = text.replace(/^coverage run (-\S+ )*-m /, "");
  }
  const shown = text.trim();
  const plain = shown.replace(/^\S*\//, "");
  if (notARun.test(plain)) return undefined;
  return runsTests(plain) || runsTests(shown) ? shown : undefined;
}

function runsTests(text: string): boolean {
  if (table.some((row) => row.test(text))) return true;
  const manager = /^(npm|pnpm|yarn|bun|pnpm\.cmd) (.*)$/.exec(`${text} `);
  if (!manager) return false;
  let rest = manager[2] ?? "";
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest.replace(managerOptions, "");
  }
  return (
    /^(t|tst|tests?([:_.-]\S*)?|\S+[:_-]tests?) /.test(rest) || table.some((row) => row.test(rest.trim()))
  );
}
