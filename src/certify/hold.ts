/**
 * One check at a time per JAMA_HOME. Who holds it also says where its folder is, so that the next one can clear up
 * after a check that was killed.
 */
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { z } from "zod";
import { clearRoot } from "./clear.ts";

const Holder = z.object({ pid: z.number(), roots: z.array(z.string()) });
type Holder = z.infer<typeof Holder>;

export interface Hold {
  /** A folder that a crash would leave behind. */
  noteRoot(root: string): Promise<void>;
  release(): Promise<void>;
}

/** Undefined while another check runs. `path` is the PATH to find tmux by. */
export async function holdCertify(home: string, path: string): Promise<Hold | undefined> {
  const file = join(home, "certify.pid");
  await mkdir(home, { recursive: true, mode: 0o700 });
  const before = await readHolder(file);
  if (before && before.pid !== process.pid && (await isCheck(before.pid))) return undefined;
  for (const root of before?.roots ?? []) await clearRoot(root, path);
  const holder: Holder = { pid: process.pid, roots: [] };
  const write = () => writeFileAtomic(file, JSON.stringify(holder), { mode: 0o600 });
  await write();
  return {
    noteRoot: async (root) => {
      holder.roots.push(root);
      await write();
    },
    release: () => rm(file, { force: true }),
  };
}

async function readHolder(file: string): Promise<Holder | undefined> {
  const text = await readFile(file, "utf8").catch(() => ""); // nobody holds it
  try {
    return Holder.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** A pid alone may belong to anything by now; where the command line can be seen, it must be a check. */
async function isCheck(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "certify");
  return command.includes("certify");
}
