/** getUpdates: long polling. The newest poll wins; the one before it gets 409. */
import { z } from "zod";
import { integer } from "../params/basics.ts";
import { updateKinds } from "../params/update-kinds.ts";
import { method } from "./method.ts";

const maxTimeoutSeconds = 50;

export const getUpdates = method({
  name: "getUpdates",
  params: z.strictObject({
    offset: integer.optional(),
    limit: integer.optional(),
    timeout: integer.optional(),
    allowed_updates: z.array(z.enum(updateKinds)).optional(),
  }),
  run: ({ world, hungUp, now }, { offset = 0, limit = 100, timeout = 0, allowed_updates }) => {
    const { poll, updates } = world;
    poll.end("replaced");
    if (allowed_updates !== undefined) updates.allow(allowed_updates);
    updates.confirm(offset, now);
    const count = Math.min(Math.max(limit, 1), 100);
    const seconds = Math.min(Math.max(timeout, 0), maxTimeoutSeconds);
    if (seconds === 0) return updates.take(count);
    return poll.wait(() => updates.take(count), seconds * 1000, hungUp);
  },
});
