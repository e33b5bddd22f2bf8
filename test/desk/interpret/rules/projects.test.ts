import { expect, test } from "vitest";
import { read } from "./reading.ts";

test.each([
  ["fix it in the web-app", ["webapp"]],
  ["fix it in WEB_APP", ["webapp"]],
  ["the web app's login", ["webapp"]],
  ["ブログに追加", ["blog"]],
  ["api and blog", ["api", "blog"]],
  ["apis are fun", []],
  ["web, app", []],
  ["claude-webapp-20260303-142000 please", ["webapp"]],
])("%j names %j", (text, slugs) => {
  expect(read(text).mentions.map((mention) => mention.project)).toEqual(slugs);
});

test.each([
  ["webapp: like in the api", ["lead", "compared"]],
  ["[webapp] fix it", ["lead"]],
  ["in our webapp repo", ["place"]],
  ["fix it in api and the blog", ["place", "place"]],
  ["move it from api to webapp", ["bare", "bare"]],
  ["wie im blog auch in der api", ["compared", "place"]],
  ["webappで直して", ["place"]],
])("%j: %j", (text, expected) => {
  expect(read(text).strengths).toEqual(expected);
});

test.each([
  ["fix the api errors in webapp", { kind: "sure", slug: "webapp" }],
  ["move it from api to webapp", { kind: "unsure", candidates: ["api", "webapp"] }],
  ["make it sticky like in the api", { kind: "none" }],
  ["in the piepline it fails", { kind: "sure", slug: "pipeline" }],
  ["piepline fails", { kind: "unsure", candidates: ["pipeline"] }],
])("%j: %j", (text, expected) => {
  expect(read(text).project).toEqual(expected);
});
