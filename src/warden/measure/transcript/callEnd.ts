/** How a shell command ended. `stopped`: by a person, a time limit or a kill. `refused`: it never ran. */
export type CallEnd = { kind: "exit"; code: number } | { kind: "running" | "stopped" | "refused" };
