/** The list of sessions. */
import { any, listing, whole } from "../cues.ts";
import type { IntentSpec } from "../intent.ts";

const noun =
  any(`sessions | session list | running sessions | active sessions | live sessions | open sessions | sitzungen
  | laufende sessions | laufenden sessions | sessions en cours | sesiones | sessoes | sessioni | сессии |
  sesje | sessies`);
const rest =
  any(`are | is | there | running | active | open | live | ongoing | do | have | we | i | you | laufen | lauft
  | gibt | es | sont | actives | hay | tienes`);

export const sessions: IntentSpec = {
  name: "sessions",
  meaning: "the list of sessions",
  examples: ["sessions", "show me all sessions", "what's running?"],
  needs: "nothing",
  cues: whole(
    `${listing}${noun}(?: ${rest})*`,
    "(?:whats|what is|whats all|what)(?: (?:running|active|live|open|working|currently|all|everything))+",
    "(?:was|wer) (?:lauft|arbeitet)(?: (?:noch|alles|da|so))*",
    "что (?:запущено|работает)|qu est ce qui tourne|que esta corriendo",
    "セッション(?:一覧|リスト)?(?:を見せて)?|会话列表|세션 ?(?:목록)?",
  ),
};
