/** The list of projects. */
import { any, listing, whole } from "../cues.ts";
import type { IntentSpec } from "../intent.ts";

const noun =
  any(`projects | repos | repositories | project list | projekte | repositorys | projets | depots | proyectos |
  repositorios | projetos | progetti | проекты | репозитории | projekty | projecten`);
const rest =
  any(`are | there | do | you | know | have | i | we | can | see | available | access | got | in | to | work |
  on | with | gibt | es | kennst | hast | tienes | hay | conoces | connais | as | sont | ai | есть | ты |
  знаешь`);

export const projects: IntentSpec = {
  name: "projects",
  meaning: "the list of projects Jama may work in",
  examples: ["projects", "which projects do you know?", "list my repos"],
  needs: "nothing",
  cues: whole(
    `${listing}${noun}(?: ${rest})*`,
    "プロジェクト(?:一覧|リスト)?(?:を見せて)?|项目列表|有哪些项目|프로젝트 ?(?:목록)?",
  ),
};
