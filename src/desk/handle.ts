/** What came in, to the action that is meant: by its button, its command, or the words. */
import type { Action, Desk, Request } from "./action.ts";
import type { Incoming, IncomingOf } from "./inbox/incoming.ts";
import { DocumentError } from "./inbox/readDocument.ts";
import type { Interpreter } from "./interpret/interpreter.ts";
import { draft, withLine } from "./message/compose.ts";
import { parsePress } from "./message/press.ts";
import { remarkOn } from "./message/remark.ts";
import { sessionOfMessage } from "./state/deskState.ts";

export interface HandleInput {
  desk: Desk;
  interpreter: Interpreter;
  /** The text of a document that was sent. Throws DocumentError, whose message is for the person. */
  readDocument(document: IncomingOf<"document">): Promise<string>;
}

const understood = "I understand text and text files (as a task), and nothing else yet.";

const failed =
  "Something went wrong inside me with this message; the details are in my log. See /sessions, and send it again if nothing came of it.";

/** Always answers: what goes wrong is logged whole, and told without its insides. */
export async function handle(incoming: Incoming, input: HandleInput): Promise<void> {
  const { desk } = input;
  try {
    await act(incoming, input);
  } catch (error) {
    const forPerson = error instanceof DocumentError;
    if (!forPerson)
      desk.log.error({ err: error, update: incoming.updateId }, "a message could not be handled");
    const lines = [forPerson ? error.message : failed];
    await desk.say(incoming, `u${incoming.updateId}:failed`, draft({ lines }));
  }
}

async function act(incoming: Incoming, input: HandleInput): Promise<void> {
  const { desk } = input;
  const say = (id: string, line: string) =>
    desk.say(incoming, `u${incoming.updateId}:${id}`, draft({ lines: [line] }));
  switch (incoming.kind) {
    case "text":
      return handleText(incoming, incoming.text, "", input);
    case "document": {
      const content = await input.readDocument(incoming);
      return incoming.caption.trim() === ""
        ? handleText(incoming, content, "", input)
        : handleText(incoming, incoming.caption, `\n\n${content}`, input);
    }
    case "button":
      return handleButton(incoming, input);
    case "edited":
      return say(
        "edited",
        "I act on a message when it comes; your edit changes nothing. Send it again as a new one.",
      );
    case "unsupported":
      return say("unsupported", `I do not understand ${incoming.what}. ${understood}`);
  }
}

async function handleButton(incoming: IncomingOf<"button">, { desk }: HandleInput): Promise<void> {
  const pressed = parsePress(incoming.data);
  const action = desk.actions.find((one) => one.name === pressed?.action);
  if (pressed && action?.press) await action.press({ incoming, ...pressed }, desk);
  else
    await desk.rewrite(
      incoming,
      draft({ lines: ["This button is from another version of me and does nothing any more."] }),
    );
}

/** `material` follows the person's words into the task, untouched: the text of a file. */
async function handleText(
  incoming: IncomingOf<"text" | "document">,
  text: string,
  material: string,
  { desk, interpreter }: HandleInput,
): Promise<void> {
  const repliedTo = sessionOfMessage(desk.state.data, incoming.chat, incoming.replyTo);
  const projects = await desk.warden.projects();
  const command = /^\/([a-z_]+)(?:@\w+)?(?:\s+([\s\S]*))?$/i.exec(text.trim());
  const byCommand = desk.actions.find((one) => one.name === command?.[1]?.toLowerCase() && isCommand(one));
  if (byCommand?.run) {
    await byCommand.run({ incoming, words: command?.[2] ?? "", repliedTo, projects }, desk);
    return;
  }
  const sessions = (await desk.warden.sessions()).map(({ name, project, state }) => ({
    name,
    project,
    state,
  }));
  const meaning = await interpreter.interpret({
    text,
    projects,
    sessions,
    ...(repliedTo ? { repliedTo } : {}),
  });
  desk.log.info(
    { update: incoming.updateId, intent: meaning.intent, by: meaning.by, fallback: meaning.fallback },
    "understood",
  );
  const action = desk.actions.find((one) => one.intent?.name === meaning.intent);
  const interpretation = { ...meaning, task: meaning.task === "" ? "" : meaning.task + material };
  const request: Request = { incoming, words: text + material, repliedTo, interpretation, projects };
  await action?.run?.(request, remarking(desk, remarkOn(meaning)));
}

/** Whatever is said to this request also says how it was understood, where that is worth a line. */
function remarking(desk: Desk, remark: string): Desk {
  if (remark === "") return desk;
  return { ...desk, say: (to, id, draft, options) => desk.say(to, id, withLine(draft, remark), options) };
}

/** /start is one without standing in the menu. */
function isCommand({ name, command }: Action): boolean {
  return command !== undefined || name === "start";
}
