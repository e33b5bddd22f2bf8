import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { richText } from "../../src/botapi/phone/rich-text.ts";
import { renderPhone } from "../../src/botapi/phone.ts";
import { screenshot } from "../../src/botapi/screenshot.ts";
import { ada, client, startServer } from "./support.ts";

test("a phone page shows bubbles, replies, buttons, times and signs", async () => {
  const server = await startServer({ now: () => Date.parse("2026-03-03T14:20:00Z") });
  const person = ada(server);
  await client(server).api.sendMessage(42, "<b>Done</b> & <i>dusted</i>", {
    parse_mode: "HTML",
    disable_notification: true,
    reply_parameters: { message_id: server.chat(42).last?.id ?? 0 },
    reply_markup: { inline_keyboard: [[{ text: "Stop <it>", callback_data: "x", style: "danger" }]] },
  });
  person.sends("thanks");
  const html = renderPhone(server.chat(42).messages);
  expect(html).toContain("<b>Done</b> &amp; <i>dusted</i>");
  expect(html).toContain('<div class="reply"><b>You</b><span>/start</span></div>');
  expect(html).toContain('<span class="button danger">Stop &lt;it&gt;');
  expect(html).toContain('<i class="silent"></i>14:20');
  expect(html.match(/class="message out"/g)).toHaveLength(2);
  expect(html).toContain("3 March");
  expect(html).toBe(renderPhone(server.chat(42).messages));
});

test("nested entities nest, and long quotes start folded", () => {
  const nested = richText("ab\ncd", [
    { type: "italic", offset: 1, length: 1 },
    { type: "bold", offset: 0, length: 2 },
    { type: "expandable_blockquote", offset: 3, length: 2 },
  ]);
  expect(nested).toBe('<b>a<i>b</i></b>\n<blockquote class=""><div>cd</div></blockquote>');
  const long = "line\n".repeat(5).trim();
  expect(richText(long, [{ type: "expandable_blockquote", offset: 0, length: long.length }])).toContain(
    "folded",
  );
});

test("text never becomes markup", () => {
  const html = richText("<script>", [{ type: "pre", offset: 0, length: 8, language: '"><x>' }]);
  expect(html).toBe("<pre><small>&quot;&gt;&lt;x&gt;</small>&lt;script&gt;</pre>");
});

test("a screenshot is what the browser writes, and a browser that fails is an error", async () => {
  const folder = await mkdtemp(join(tmpdir(), "jama-test-"));
  try {
    const browser = join(folder, "browser.sh");
    await writeFile(
      browser,
      '#!/bin/sh\nfor a; do case "$a" in --screenshot=*) echo "$@" > "$(echo "$a" | cut -d= -f2)";; esac; done\n',
    );
    await chmod(browser, 0o755);
    const png = join(folder, "p.png");
    await screenshot("<html></html>", png, { chromium: browser, height: 700 });
    expect(await readFile(png, "utf8")).toContain("--window-size=390,700");
    await expect(screenshot("", png, { chromium: join(folder, "none") })).rejects.toThrow(/ENOENT/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
