/** The list of projects. */
import { whole } from "../cues.ts";
import type { IntentSpec } from "../intent.ts";

const noun =
  "(?:projects|repos|repositories|project list|projekte|repositorys|projets|depots|proyectos|repositorios|projetos|progetti|проекты|репозитории|projekty|projecten)";

export const projects: IntentSpec = {
  name: "projects",
  meaning: "the list of projects Jama may work in",
  examples: ["projects", "which projects do you know?", "list my repos"],
  needs: "nothing",
  cues: whole(
    `(?:(?:list|show|show me|give me|zeig|zeige|zeig mir|liste|montre|montre moi|muestra|mostra|lista|покажи|pokaz|toon|which|what|welche|quels|que|cuales|quais|quali|какие|jakie|what are|which are) )?(?:all |my |your |alle |meine |deine |mes |tes |mis |tus |todos |все )*${noun}(?: (?:are|there|do|you|know|have|i|we|can|see|available|access|got|in|gibt|es|kennst|hast|tienes|hay|conoces|connais|as|sont|ai|есть|ты|знаешь|to|work|on|with))*`,
    "プロジェクト(?:一覧|リスト)?(?:を見せて)?|项目列表|有哪些项目|프로젝트 ?(?:목록)?",
  ),
};
