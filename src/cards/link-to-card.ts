import type { Db } from "../db.ts";
import type { Idea } from "../generated/prisma/client.ts";

/** Where an idea's card stands; only supergroups have such links. */
export async function linkTo(db: Db, { id, labId }: Pick<Idea, "id" | "labId">): Promise<{ link: string }[]> {
  const post = await db.post.findFirst({
    where: {
      ...{ about: "idea", aboutId: id, view: "idea", messageId: { not: null } },
      chat: { labId, kind: "supergroup" },
    },
    orderBy: { id: "asc" },
  });
  return post
    ? [{ link: `https://t.me/c/${String(post.rawChatId).replace(/^-100/, "")}/${post.messageId}` }]
    : [];
}
