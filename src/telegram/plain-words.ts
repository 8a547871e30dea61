/** Stands after a sign that Telegram would make something of; nobody sees it. */
const JOINER = "\u2060";

const MENTION = /(?<![\w@/])@(?=\w)/g;
const COMMAND = /(?<![\w/@<>:.-])\/(?=\w)/g;
const SCHEME = /:(?=\/\/)/g;
const DOMAIN = /(?<=[\p{L}\p{N}-])\.(?=[\p{L}\p{N}])/gu;

/** What somebody wrote, without the power to call people or to be a command where the bot repeats it. */
export const withoutCalls = (text: string) =>
  text.replace(MENTION, `@${JOINER}`).replace(COMMAND, `/${JOINER}`);

/** The same for a name, of a person, a group or a lab: it is no address either. */
export const withoutLinks = (name: string) =>
  withoutCalls(name).replace(SCHEME, `:${JOINER}`).replace(DOMAIN, `.${JOINER}`);
