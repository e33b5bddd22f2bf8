/** A report as a message. Rendered anew whenever something is learned, so every edit is the whole truth. Pure. */
import { clip, code, draft, type Rich } from "../message/compose.ts";
import type { Draft } from "../message/draft.ts";
import { press, tokenOf } from "../message/press.ts";
import { details, headline } from "./facts.ts";
import type { Report } from "./report.ts";

/** A last message up to this long stands in the open; a longer one is folded away. */
const openLength = 600;

export function renderReport(report: Report): Draft {
  const { session, facts, lastMessage, summary, complete } = report;
  const sentences = summary?.sentences.join(" ") ?? "";
  const short = lastMessage.length <= openLength;
  const words = sentences || (short ? lastMessage : "");
  const folded = sentences || !short ? lastMessage : "";
  const argument = tokenOf(session);
  const lines: Rich[] = [
    title(report),
    [headline(facts), complete ? "" : "(still measuring)"].filter((part) => part !== "").join(" "),
    words,
    verifyLine(report),
    details(facts),
    resumeLine(report),
  ];
  const live = !report.closed && !report.withdrawn;
  return draft({
    lines,
    ...(folded ? { long: { text: folded, fileName: "last-message.md" } } : {}),
    buttons: live
      ? [
          [
            press("Attach", { action: "attach", verb: "show", argument }),
            ...(report.certain ? [] : [press("Why", { action: "why", verb: "show", argument })]),
            press("Stop", { action: "stop", verb: "ask", argument }),
          ],
        ]
      : [],
  });
}

function title({ session, question, summary, verified, withdrawn, certain }: Report): string {
  if (withdrawn) return `Session ${session} went on working: what I said before was too early.`;
  if (question || summary?.verdict === "needs-reply")
    return `Session ${session} asks you something. It stays open.`;
  if (verified?.ok === false)
    return `Session ${session} complete, but the verify command failed. It stays open.`;
  if (summary?.verdict === "failed") return `Session ${session} ended without success, by its own words.`;
  if (summary?.verdict === "partial") return `Session ${session} complete in part, by its own words.`;
  if (!certain)
    return `Session ${session} seems complete; not every sign could confirm it, so it stays open.`;
  return `Session ${session} complete.`;
}

function verifyLine({ verified }: Report): string {
  if (!verified) return "";
  return verified.ok
    ? `Verified: ${clip(verified.command, 100)} passed.`
    : `Verify failed: ${clip(verified.command, 100)}`;
}

function resumeLine({ resume, closed }: Report): Rich {
  return code(resume).plain(closed ? "\nCleared up: nothing of it runs any more." : "");
}
