/** 11: what the log never shows. */
import { HttpError } from "grammy";
import { expect, it, vi } from "vitest";
import { createLog } from "../src/log.ts";

it("11: the token is blotted out wherever an error carries it", () => {
  const token = "123456:abcdefghijklmnopqrstuvwxyz";
  const written: string[] = [];
  const write = vi
    .spyOn(process.stderr, "write")
    .mockImplementation((chunk) => written.push(String(chunk)) > 0);
  const cause = new Error(`request to https://api.example/bot${token}/sendMessage failed`);
  createLog("info", [token, ""]).warn({ err: new HttpError("network", cause) }, "not sent");
  write.mockRestore();
  expect(written.join("")).toContain("not sent");
  expect(written.join("")).toContain("/bot[secret]/sendMessage");
  expect(written.join("")).not.toContain(token);
});
