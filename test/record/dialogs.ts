/** Everything that waits for the person. */
import { ask, bash, plan, say, write } from "../../src/modelapi/index.ts";
import type { HookRecord } from "../support/claude/hooks.ts";
import type { Scenario } from "./scenario.ts";

const options = [
  { label: "Cursor", description: "By position, stable while rows come and go" },
  { label: "Offset", description: "By number, simple" },
];
const tests = { label: "Unit", description: "Fast" };
const isPermissionPrompt = (record: HookRecord) =>
  record.payload["notification_type"] === "permission_prompt";

const isPlan = (record: HookRecord) => record.payload["tool_name"] === "ExitPlanMode";

export const dialogs: Readonly<Record<string, Scenario>> = {
  question: {
    run: async (lab, keep) => {
      lab.api.script("pagination", [
        ask([{ question: "Which pagination style?", header: "Style", options }]),
        say("Cursor it is."),
      ]);
      const session = await lab.start({ task: "Add pagination" });
      await keep.hook("permission-request-question", await session.hook("PermissionRequest"));
      await keep.registry("waiting-question", session, "waiting");
      await session.screen("Which pagination style?");
      await keep.screen("question", session);
      await keep.hook(
        "notification-permission-prompt",
        await session.hook("Notification", isPermissionPrompt),
      );
      await session.keys("1");
      await keep.hook("post-tool-use-question", await session.hook("PostToolUse"));
      await keep.hook("stop-after-question", await session.hook("Stop"));
    },
  },
  questions: {
    run: async (lab, keep) => {
      const second = {
        question: "Which tests?",
        header: "Tests",
        options: [tests, { ...tests, label: "All" }],
        multiSelect: true,
      };
      lab.api.script("pagination", [ask([{ question: "Which style?", header: "Style", options }, second])]);
      const session = await lab.start({ task: "Add pagination" });
      await keep.hook("permission-request-questions", await session.hook("PermissionRequest"));
      await session.screen("Which style?");
      await keep.screen("questions", session);
    },
  },
  permission: {
    run: async (lab, keep) => {
      lab.api.script("clean", [
        bash("rm -rf build", { description: "Remove the build folder" }),
        write(`${lab.project.path}/new.ts`, "export {};\n"),
      ]);
      const session = await lab.start({ task: "clean up", mode: "default" });
      await keep.hook("permission-request-bash", await session.hook("PermissionRequest"));
      await keep.registry("waiting-permission", session, "waiting");
      await session.screen("Do you want to");
      await keep.screen("permission-bash", session);
      await session.keys("1");
      const second = await session.hook("PermissionRequest", (one) => one.payload["tool_name"] === "Write");
      await keep.hook("permission-request-write", second);
      await session.screen("new.ts?");
      await keep.screen("permission-write", session);
    },
  },
  plan: {
    run: async (lab, keep) => {
      lab.api.script("pagination", [plan("# Plan\n\n1. Add a cursor\n2. Test it")]);
      const session = await lab.start({ task: "Add pagination", mode: "plan" });
      await keep.hook("permission-request-plan", await session.hook("PermissionRequest"));
      await keep.registry("waiting-plan", session, "waiting");
      await session.screen(/1\. Yes/);
      await keep.screen("plan", session);
      await session.keys("2");
      await keep.hook("post-tool-use-plan", await session.hook("PostToolUse", isPlan));
    },
  },
  menus: {
    run: async (lab, keep) => {
      for (const [menu, shows] of Object.entries({
        config: "Search settings",
        help: "Shortcuts",
        model: "Select model",
      })) {
        const session = await lab.start({ task: `/${menu}` });
        await session.screen(shows);
        await keep.screen(`menu-${menu}`, session);
        await keep.registry(`waiting-menu-${menu}`, session, "waiting");
      }
    },
  },
  customKey: {
    lab: { home: { extra: { customApiKeyResponses: { approved: [], rejected: [] } } } },
    run: async (lab, keep) => {
      const session = await lab.start({ task: "work" });
      await session.screen(/API key/);
      await keep.screen("key", session);
    },
  },
  theme: {
    lab: { home: { extra: { hasCompletedOnboarding: false } } },
    run: async (lab, keep) => {
      const session = await lab.start({ task: "work" });
      await session.screen(/text style/);
      await keep.screen("theme", session);
    },
  },
  trust: {
    lab: { trusted: false },
    run: async (lab, keep) => {
      const session = await lab.start({ task: "work", mode: "default" });
      await session.screen("trust");
      await keep.screen("trust", session);
    },
  },
  bypassWarning: {
    lab: { home: { bypassAccepted: false } },
    run: async (lab, keep) => {
      const session = await lab.start({ task: "work" });
      await session.screen("No, exit");
      await keep.screen("bypass-warning", session);
    },
  },
};
