/** The events of a session as messages, each one a pure function; one file per kind of occasion. */
export * from "./asks.ts";
export * from "./ends.ts";
export * from "./failures.ts";
export { escaped, notResumed } from "./guard.ts";
export * from "./starts.ts";
export * from "./turns.ts";
