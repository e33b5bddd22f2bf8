/** The command menus the bot has set, one per scope and language. */
export interface Command {
  command: string;
  description: string;
}

export class CommandLists {
  readonly #lists = new Map<string, readonly Command[]>();

  get(scope: string, language: string): readonly Command[] {
    return this.#lists.get(key(scope, language)) ?? [];
  }

  set(scope: string, language: string, commands: readonly Command[]): void {
    this.#lists.set(key(scope, language), commands);
  }

  delete(scope: string, language: string): void {
    this.#lists.delete(key(scope, language));
  }
}

function key(scope: string, language: string): string {
  return `${scope} ${language}`;
}
