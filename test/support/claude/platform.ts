/** Which of Claude Code's platform packages fits the machine that runs the tests. */

/** `@anthropic-ai/claude-code-<platform>`: linux and darwin, x64 and arm64, glibc and musl. */
export function platformPackage(
  platform: string = process.platform,
  arch: string = process.arch,
  musl: boolean = isMusl(),
): string {
  if ((platform !== "linux" && platform !== "darwin") || (arch !== "x64" && arch !== "arm64")) {
    throw new Error(`Claude Code has no package for ${platform}-${arch}; these tests need Linux or macOS`);
  }
  return `@anthropic-ai/claude-code-${platform}-${arch}${platform === "linux" && musl ? "-musl" : ""}`;
}

function isMusl(): boolean {
  const report: unknown = process.report.getReport();
  const header =
    typeof report === "object" && report !== null && "header" in report ? report.header : undefined;
  const named = typeof header === "object" && header !== null && "glibcVersionRuntime" in header;
  return process.platform === "linux" && !named;
}
