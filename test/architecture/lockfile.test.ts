/** package-lock.json serves every machine, not only the one that wrote it. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const text = readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8");
const locked: Readonly<Record<string, Locked>> = JSON.parse(text).packages;

/** npm leaves out the packages of other platforms when it writes a lock beside an installed tree; `npm ci` then fails. */
it("the packages of every platform are locked", () => {
  const missing = Object.entries(locked).flatMap(([at, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !locked[`${at}/node_modules/${name}`] && !locked[`node_modules/${name}`],
    ),
  );
  expect(missing).toEqual([]);
});

it("no address of a registry is locked: each machine asks its own", () => {
  expect(Object.values(locked).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
});
