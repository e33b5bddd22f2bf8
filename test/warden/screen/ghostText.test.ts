/** What Claude Code wrote into the prompt box itself is not taken for typed. */
import { describe, expect, it } from "vitest";
import { readScreen } from "../../../src/warden/screen/readScreen.ts";

const esc = "\u001b";
const rule = "─".repeat(40);
const typed = (line: string) => readScreen(`${rule}\n${line}\n${rule}\n  footer`).typed;

describe("text in the prompt box", () => {
  it.each([
    ["dim, its first letter under the cursor", `❯ ${esc}[7mO${esc}[0;2mnce fixed, resend${esc}[0m`],
    ["dim", `❯ ${esc}[2mTry "fix the tests"${esc}[22m`],
    ["grey", `${esc}[38;5;246m❯ Try "fix the tests"${esc}[39m`],
  ])("that is %s was typed by nobody", (_, line) => {
    expect(typed(line)).toBe("");
  });

  it.each([
    ["plain", "❯ half a thought"],
    ["coloured, as commands are", `❯ ${esc}[38;5;153m/compact${esc}[39m half a thought`],
    ["in true colours", `❯ ${esc}[38;2;250;250;250mhalf a thought${esc}[0m`],
    ["under the cursor at its end", `❯ half a though${esc}[7mt${esc}[0m`],
    ["plain behind dim", `❯ ${esc}[2mghost${esc}[22m half a thought`],
  ])("that is %s was typed", (_, line) => {
    expect(typed(line)).toMatch(/a though(t)?$/);
  });
});
