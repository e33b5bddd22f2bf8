/**
 * `$JAMA_HOME/certified.json`: how the checks of Claude Code ended on this machine, by version. `jama certify` writes
 * it, the bot reads it. A file that cannot be understood certifies nothing.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Logger } from "../../logger.ts";
import { openDocument } from "../../storage/document.ts";

const Checked = z.object({
  at: z.number(),
  /** The Jama that judged. Another one judges by other rules. */
  jama: z.string(),
  outcome: z.enum(["passed", "failed"]),
  scenarios: z.number(),
  /** Names of those that differ. */
  failed: z.array(z.string()),
});
export type Checked = z.infer<typeof Checked>;

const CertifiedFile = z.object({ v: z.literal(1), versions: z.record(z.string(), Checked) });
type CertifiedFile = z.infer<typeof CertifiedFile>;

export const certifiedName = "certified.json";
const nothing: CertifiedFile = { v: 1, versions: {} };

/** By version. Empty when there is no file, or none that can be used. */
export async function readCertified(home: string, log: Logger): Promise<CertifiedFile["versions"]> {
  const path = join(home, certifiedName);
  try {
    return CertifiedFile.parse(JSON.parse(await readFile(path, "utf8"))).versions;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT")
      log.error({ err: error, path }, "certified.json cannot be used; no version counts as certified by it");
    return {};
  }
}

/** Notes how a check ended. A file that cannot be used is set aside. */
export async function recordChecked(
  home: string,
  versions: readonly string[],
  checked: Checked,
  log: Logger,
): Promise<void> {
  const path = join(home, certifiedName);
  const file = await openDocument(path, CertifiedFile, structuredClone(nothing), (error) =>
    log.error({ err: error, path }, "certified.json could not be used; it is set aside and begun anew"),
  );
  await file.update((data) => {
    for (const version of versions) data.versions[version] = checked;
  });
}
