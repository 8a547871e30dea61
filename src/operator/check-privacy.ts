import { doubtful, fine, wrong } from "./finding.ts";
import type { Check } from "./installation.ts";

/** What the bot hears in groups, and whether it may join them. Silent when it is not known who the bot is. */
export const checkPrivacy: Check = async ({ telegram }) => {
  const me = await telegram?.me.catch(() => undefined);
  if (!me) return [];
  const heard = me.can_read_all_group_messages
    ? doubtful(
        "off: the bot is sent everything that is said in its groups",
        "if no lab records its talk, send @BotFather /setprivacy, choose Enable, then remove the bot from its groups and add it again",
      )
    : fine(
        "on: in groups the bot sees commands and replies to it; all else only where it is an administrator",
      );
  return me.can_join_groups
    ? [heard]
    : [heard, wrong("the bot cannot be added to groups", "send @BotFather /setjoingroups and choose Enable")];
};
