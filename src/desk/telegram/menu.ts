/** The command menu, set only when it changed: Telegram limits how often. */
import type { Api } from "grammy";
import type { Action } from "../action.ts";
import type { DeskState } from "../state/deskState.ts";

export async function setMenu(api: Api, actions: readonly Action[], state: DeskState): Promise<void> {
  const commands = actions.flatMap(({ name, command }) =>
    command === undefined ? [] : [{ command: name, description: command }],
  );
  const menu = JSON.stringify(commands);
  if (state.data.menu === menu) return;
  await api.setMyCommands(commands);
  await state.update((data) => {
    data.menu = menu;
  });
}
