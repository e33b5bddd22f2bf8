import { expect, test } from "vitest";
import { explain } from "../../../../src/warden/measure/git/explain.ts";

test.each([
  [
    "fatal: detected dubious ownership in repository at '/x'\nTo add an exception...",
    /does not trust this folder/,
  ],
  [
    "error: insufficient permission for adding an object to repository database .git/objects\nfatal: x",
    /cannot be written/,
  ],
  ["fatal: Unable to create '/x/.git/refs/a.lock': Read-only file system", /cannot be written/],
  [
    'error: open("secret.key"): Permission denied\nfatal: adding files failed',
    /^"secret.key" cannot be read$/,
  ],
  [
    "error: external filter 'git-lfs clean -- %f' failed 127\nfatal: a.psd: clean filter 'lfs' failed",
    /filter "git-lfs clean -- %f" failed/,
  ],
  ["error: unable to write file: No space left on device", /disk is full/],
  ["hint: x\nfatal: something new", /^git said: something new$/],
  ["", /^git ended with code 128$/],
])("%j is put in plain words", (stderr, words) => {
  expect(explain({ ended: "exit", code: 128, stdout: "", stderr })).toMatch(words);
});
