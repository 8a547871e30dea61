import { z } from "zod";
import { ownersOf } from "../authors/own-idea.ts";
import { showBoard } from "../challenges/answer-challenge.ts";
import { holdNews, tellHeld } from "../exchange/record-replication.ts";
import { partAll } from "../joins/part-ideas.ts";
import { closeAbout } from "../questions/ask-question.ts";
import { RowId } from "../row-id.ts";
import { type Saying, say, show, tell, toast, turn } from "../sayings.ts";
import { trustIn } from "../screening/trust-author.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import type { Told } from "./find-idea.ts";
import { codeOf, titleOf } from "./idea.ts";
import { findRemovable, type Kind, reasons, removable } from "./removal.ts";

const Reason = z.enum([...reasons.withdrawn, ...reasons.hidden]);
export const AskRemoval = z.object({ idea: RowId });
export const RemoveIdea = z.object({ idea: RowId, reason: Reason });
export const RestoreIdea = z.object({ idea: RowId });

type Asked = UseCase<typeof AskRemoval, LabScene>;
type Removed = UseCase<typeof RemoveIdea, LabScene>;
type Restored = UseCase<typeof RestoreIdea, LabScene>;

/** `Tarik` and `Sembunyikan`: asks why, by buttons. */
const ask =
  (kind: Kind): Asked =>
  async (scene, { idea: id }) => {
    const found = await findRemovable(scene, { id, kind, states: removable[kind] });
    if ("refused" in found) return found.refused;
    return [say("idea.askRemoval", { id, code: codeOf(scene.lab, found), kind })];
  };

/** Out of sight, with its votes and answers: all of it comes back if that is undone. */
const remove =
  (kind: Kind): Removed =>
  async (scene, { idea: id, reason }) => {
    const found = await findRemovable(scene, { id, kind, states: removable[kind] });
    if ("refused" in found) return found.refused;
    const { db, person, now } = scene;
    await db.idea.update({ where: { id }, data: { state: kind } });
    await db.removal.create({ data: { ideaId: id, personId: person.id, kind, reason, at: now } });
    await closeAbout(scene, found);
    const trust = kind === "hidden" ? await trustIn(scene, found) : [];
    return [
      turn("idea.removed", { id, ...wordsOf(scene, found), kind, reason, trust: trust.filter(isTrust) }),
      ...showWithOrigin(found),
      ...(kind === "hidden" ? hiddenTo(scene, found, reason) : []),
      ...(await partAll(scene, id)),
      ...(await holdNews(scene, found)),
    ];
  };

/** `Kembalikan`: as it was. */
const restore =
  (kind: Kind): Restored =>
  async (scene, { idea: id }) => {
    const found = await findRemovable(scene, { id, kind, states: [kind] });
    if ("refused" in found) return found.refused;
    const { db, now } = scene;
    const standing = { ideaId: id, kind, undoneAt: null };
    const { count } = await db.removal.updateMany({ where: standing, data: { undoneAt: now } });
    if (count === 0) return [toast("person.oldButton", {})]; // It was declined, disowned or never sent.
    const state = found.postedAt ? "posted" : "waiting";
    await db.idea.update({ where: { id }, data: { state } });
    const args = wordsOf(scene, found);
    const back =
      kind === "hidden" ? ownersOf(found).map((personId) => tell({ personId }, "idea.isBack", args)) : [];
    return [
      turn("idea.restored", { ...args, state }),
      ...showWithOrigin(found),
      ...back,
      ...(await tellHeld(scene, found)),
    ];
  };

export const askWithdrawal = ask("withdrawn");
export const withdrawIdea = remove("withdrawn");
export const takeBackWithdrawal = restore("withdrawn");
export const askHiding = ask("hidden");
export const hideIdea = remove("hidden");
export const unhideIdea = restore("hidden");

/** Its cards, those of the idea that it came of, which counts its copies, and the board of the session that it answers. */
export const showWithOrigin = ({ id, inspiredById, challengeId }: Told): Saying[] => [
  show(id),
  ...(inspiredById ? [show(inspiredById)] : []),
  ...(challengeId ? [showBoard(challengeId)] : []),
];

const isTrust = ({ on }: { on: string }) => on === "yes";

const wordsOf = ({ lab }: LabScene, idea: Told) => ({
  code: codeOf(lab, idea),
  title: titleOf(idea.text).title,
});

/** Its owners hear that and why an idea was hidden, not by whom: it is the lab's order, not a person's. */
const hiddenTo = (scene: LabScene, idea: Told, reason: string): Saying[] =>
  ownersOf(idea)
    .filter((personId) => personId !== scene.person.id)
    .map((personId) => tell({ personId }, "idea.wasHidden", { ...wordsOf(scene, idea), reason }));
