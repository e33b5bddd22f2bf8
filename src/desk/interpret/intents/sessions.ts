/** The list of sessions. */
import { whole } from "../cues.ts";
import type { IntentSpec } from "../intent.ts";

const show =
  "(?:(?:list|show|show me|give me|zeig|zeige|zeig mir|liste|montre|montre moi|muestra|mostra|lista|покажи|pokaz|toon|which|what|welche|quelles|que|quais|quali|какие|what are|which are) )?";
const noun =
  "(?:sessions|session list|sitzungen|sesiones|sessoes|sessioni|сессии|sesje|sessies|running sessions|active sessions|live sessions|open sessions|sessions en cours|laufende sessions|laufenden sessions)";

export const sessions: IntentSpec = {
  name: "sessions",
  meaning: "the list of sessions",
  examples: ["sessions", "show me all sessions", "what's running?"],
  needs: "nothing",
  cues: whole(
    `${show}(?:all |my |alle |meine |toutes |mes |todas |mis |tutte |все |wszystkie )*${noun}(?: (?:are|is|there|running|active|open|live|laufen|lauft|gibt|es|sont|hay|do|have|we|i|you|ongoing|tienes|actives))*`,
    "(?:whats|what is|whats all|what)(?: (?:running|active|live|open|working|currently|all|everything))+",
    "(?:was|wer) (?:lauft|arbeitet)(?: (?:noch|alles|da|so))*",
    "что (?:запущено|работает)|qu est ce qui tourne|que esta corriendo|セッション(?:一覧|リスト)?(?:を見せて)?|会话列表|세션 ?(?:목록)?",
  ),
};
