/** deleteWebhook: there never is one here, but clients call it before they poll. */
import { z } from "zod";
import { flag } from "../params/basics.ts";
import { method } from "./method.ts";

export const deleteWebhook = method({
  name: "deleteWebhook",
  params: z.strictObject({ drop_pending_updates: flag.optional() }),
  run: ({ world }, { drop_pending_updates }) => {
    if (drop_pending_updates) world.updates.clear();
    return true;
  },
});
