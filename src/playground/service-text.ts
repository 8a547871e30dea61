import type { Content, User } from "./bot-api.ts";
import { nameOf } from "./people.ts";

/** The grey line for what happened in a chat, in Indonesian; nothing for what somebody wrote. */
export function serviceText(content: Content, by: User): string | undefined {
  const who = nameOf(by);
  const added = content.new_chat_members;
  if (added) {
    const alone = added.length === 1 && added[0]?.id === by.id;
    return alone ? `${who} bergabung` : `${who} menambahkan ${added.map(nameOf).join(", ")}`;
  }
  const left = content.left_chat_member;
  if (left) return left.id === by.id ? `${who} keluar` : `${who} mengeluarkan ${nameOf(left)}`;
  if (content.group_chat_created) return `${who} membuat grup`;
  if (content.migrate_to_chat_id)
    return "Grup ini menjadi supergrup. Percakapan berlanjut di grup yang baru.";
  if (content.migrate_from_chat_id) return "Supergrup ini lanjutan dari grup sebelumnya";
  if (content.pinned_message) return `${who} menyematkan pesan`;
  return undefined;
}
