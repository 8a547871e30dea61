import { type Keyboards, startLink } from "../keyboard.ts";

export const personKeyboards: Keyboards = {
  "person.door": (_, { bot }) => ({ rows: [[{ label: "openPrivate", url: startLink(bot) }]] }),
};
