/** certified.json: written by a check, read by the bot; what cannot be understood certifies nothing. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Checked, readCertified, recordChecked } from "../../../src/warden/versions/certified.ts";
import { rememberingLog, tempFolder } from "../../support/host/temp.ts";

const passed: Checked = { at: 7, jama: "0.1.0", outcome: "passed", scenarios: 14, failed: [] };
const { log: quiet } = rememberingLog();

describe("certified.json", () => {
  it("keeps how each version's check ended last", async () => {
    const home = await tempFolder();
    await recordChecked(home, ["2.1.400", "9.9.9"], passed, quiet);
    const failed: Checked = { ...passed, at: 8, outcome: "failed", failed: ["question"] };
    await recordChecked(home, ["2.1.400"], failed, quiet);
    expect(await readCertified(home, quiet)).toEqual({ "2.1.400": failed, "9.9.9": passed });
  });

  it("that is not there is no trouble, and certifies nothing", async () => {
    const { log, said } = rememberingLog();
    expect(await readCertified(await tempFolder(), log)).toEqual({});
    expect(said).toEqual([]);
  });

  it.each(["{", "[]", '{"v":1,"versions":{"2.1.400":true}}', '{"v":2,"versions":{}}'])(
    "that is damaged certifies nothing, which the log says, and the next check begins it anew: %s",
    async (damage) => {
      const { log, said } = rememberingLog();
      const home = await tempFolder();
      await writeFile(join(home, "certified.json"), damage);
      expect(await readCertified(home, log)).toEqual({});
      expect(said).toEqual(["certified.json cannot be used; no version counts as certified by it"]);
      await recordChecked(home, ["2.1.400"], passed, log);
      expect(await readCertified(home, log)).toEqual({ "2.1.400": passed });
      expect((await readdir(home)).sort()).toEqual(["certified.json", "certified.json.bad"]);
      expect(await readFile(join(home, "certified.json.bad"), "utf8")).toBe(damage);
    },
  );
});
