/** Builds the bot once before any test: end-to-end tests start what a person would start. */
import { execFileSync } from "node:child_process";

export default function build(): void {
  execFileSync("npm", ["run", "--silent", "build"], { stdio: "inherit" });
}
