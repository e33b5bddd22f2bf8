/** A session as it is told: with those who are attached at this moment. */
import type { SessionView } from "../../protocol/session.ts";
import type { Observed } from "../evidence/observed.ts";
import type { Tmux } from "../tmux/tmux.ts";

/**
 * The sweep saw who is attached a moment ago: one who has left since would miss what makes no sound. Where tmux cannot
 * tell, the sweep's word holds.
 */
export async function viewNow(
  { view, seen }: { view: SessionView; seen: Observed },
  tmux: Pick<Tmux, "listPanes">,
): Promise<SessionView> {
  if (!view.attached) return view;
  const panes = await tmux.listPanes().catch(() => undefined);
  const own = panes?.filter((pane) => pane.session === (seen.tmux?.renamed || view.name)) ?? [];
  return own.length === 0 ? view : { ...view, attached: Math.max(...own.map((pane) => pane.attached)) };
}
