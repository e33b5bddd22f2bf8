/** What still runs of a session that is over, as lines and as the button that ends it. */
import type { Leftover } from "../../protocol/leftover.ts";
import { clip } from "../message/compose.ts";
import type { Button } from "../message/draft.ts";
import { button } from "./buttons.ts";

export function leftoverLines(leftovers: readonly Leftover[]): string[] {
  return leftovers.map(({ pid, command }) => `• ${pid} ${clip(command, 120)}`);
}

export function leftoverButtons(session: string, leftovers: readonly Leftover[]): Button[] {
  return leftovers.length === 0 ? [] : [button("End them", { action: "leftovers", verb: "end" }, session)];
}
