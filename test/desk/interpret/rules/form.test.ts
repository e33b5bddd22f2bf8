import { expect, test } from "vitest";
import { read } from "./reading.ts";

test.each([
  ["Please stop the web app, ok?", "stop PROJECT ok ?"],
  ["what's up with webapp's tests", "whats up PROJECT tests"],
  ["Arrête l'api !", "arrete PROJECT"],
  ["kill 142000 now", "kill SESSION"],
  ["webappを止めて", "PROJECT を止めて"],
  ["a", "a"],
  ["👍", ""],
])("%j is matched as %j", (text, form) => {
  expect(read(text).form).toBe(form);
});
