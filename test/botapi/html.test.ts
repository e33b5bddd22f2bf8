import { describe, expect, test } from "vitest";
import { parseHtml } from "../../src/botapi/text/html.ts";

describe("HTML becomes text and entities", () => {
  test.each([
    [
      "<b>a</b> &lt;b&gt; &amp;&quot;&#33;&#x21;&nbsp;",
      'a <b> &"!!&nbsp;',
      [{ type: "bold", offset: 0, length: 1 }],
    ],
    ["👍<i>x</i>", "👍x", [{ type: "italic", offset: 2, length: 1 }]],
    [
      '<pre><code class="language-ts">a</code></pre>',
      "a",
      [{ type: "pre", offset: 0, length: 1, language: "ts" }],
    ],
    ["<blockquote expandable>q</blockquote>", "q", [{ type: "expandable_blockquote", offset: 0, length: 1 }]],
    ["<span class='tg-spoiler'>s</span>", "s", [{ type: "spoiler", offset: 0, length: 1 }]],
    [
      "<a href='https://example.org/?a=1&amp;b=2'>l</a>",
      "l",
      [{ type: "text_link", offset: 0, length: 1, url: "https://example.org/?a=1&b=2" }],
    ],
    ["<a href='http://localhost:80'>l</a>", "l", []],
    [
      "<b><i>n</i></b>",
      "n",
      [
        { type: "italic", offset: 0, length: 1 },
        { type: "bold", offset: 0, length: 1 },
      ],
    ],
    ["<b></b>x", "x", []],
  ])("%s", (html, text, entities) => {
    expect(parseHtml(html)).toEqual({ text, entities });
  });
});

describe("mistakes are refused in the server's words", () => {
  test.each([
    ["a < b", 'Unsupported start tag "" at byte offset 2'],
    ["ü<p>x</p>", 'Unsupported start tag "p" at byte offset 2'],
    ["<b>x", 'Can\'t find end tag corresponding to start tag "b"'],
    ["x</b>", "Unexpected end tag at byte offset 1"],
    ["<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'],
    ["<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ["<b>x</b", "Unclosed end tag at byte offset 4"],
  ])("%s", (html, what) => {
    expect(() => parseHtml(html)).toThrow(`Bad Request: can't parse entities: ${what}`);
  });
});
