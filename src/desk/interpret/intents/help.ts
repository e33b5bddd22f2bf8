/** What Jama can do. */
import { whole } from "../cues.ts";
import type { IntentSpec } from "../intent.ts";

export const help: IntentSpec = {
  name: "help",
  meaning: "what this bot can do and how it is used",
  examples: ["help", "what can you do?", "was kannst du alles?"],
  needs: "nothing",
  cues: whole(
    "(?:help|help me|hilfe|hilf mir|aide|aide moi|ayuda|ayudame|ajuda|aiuto|помощь|помоги|pomoc|hulp|yardim|hjalp|manual|commands|usage|instructions|befehle|start)",
    "what (?:can |all |else |do )*(?:do|able to do|are for)(?: for me)?|what|who are|what are|wer|was",
    "how (?:does|do) (?:this|it|that|i|bot|this bot) ?(?:work|use)?(?: (?:this|it|that|with|bot|jama))*",
    "(?:was|wie)(?: (?:alles|geht|das|funktioniert|machst|benutze|ich|dich|es|kann))+",
    "que(?: (?:sais|faire|peux|hacer|sabes|puede|fazer|sa|fare))+|cosa (?:sai |puoi )?fare|comment ca marche|como (?:funciona|funcionas|te uso)(?: (?:esto|isso))?|come funziona",
    "(?:что|как)(?: (?:умеешь|ты|можешь|это|работает|пользоваться))+|co (?:potrafisz|umiesz)|wat (?:kan|doe)(?: je)?(?: allemaal)?",
    "使い方|ヘルプ|何ができる(?:の)?|帮助|怎么用|你能做什么|도움말|뭐 할 수 있어",
  ),
};
