import { z } from "zod";
import { holdFiles } from "../ideas/ask-idea.ts";
import { type Saying, show, silence } from "../sayings.ts";
import { findTalk } from "../talk/find-talk.ts";
import { addToTalk } from "../talk/gather-talk.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { type FileGiven, FilesGiven } from "./file.ts";
import { keepFiles, type Of } from "./keep-files.ts";

export const JoinAlbum = z.object({
  ...{ text: z.string(), files: FilesGiven.min(1), forwarded: z.boolean().default(false) },
});

/** The next file of an album: it belongs to whatever the first one was given for. Nothing is said about it. */
export const joinAlbum: UseCase<typeof JoinAlbum, LabScene> = async (scene, said) => {
  const { db, person } = scene;
  const album = said.files[0]?.album;
  if (album === undefined) return silence;
  const talk = await findTalk(scene, { album });
  if (talk) return addToTalk(scene, talk, said);
  const given = await db.attachment.findFirst({
    where: { personId: person.id, album },
    orderBy: { id: "desc" },
  });
  const of = given && ofWhat(given);
  if (!of) return holdMore(scene, album, said.files);
  await keepFiles({ ...scene, lab: { id: given.labId } }, said.files, of);
  return given.ideaId ? [show(given.ideaId)] : silence;
};

type Given = {
  ideaId: number | null;
  asComment: boolean;
  experienceId: number | null;
  planItemId: number | null;
  materialId: number | null;
};

function ofWhat({ ideaId, asComment, experienceId, planItemId, materialId }: Given): Of | undefined {
  if (ideaId) return { ideaId, asComment };
  if (experienceId) return { experienceId };
  if (planItemId) return { planItemId };
  return materialId ? { materialId } : undefined;
}

/** A question that waits for words keeps them too. */
async function holdMore(scene: LabScene, album: string, files: FileGiven[]): Promise<Saying[]> {
  const { db, person } = scene;
  const [form] = await db.$queryRaw<{ id: number; kind: string }[]>`
    select id, kind from "Draft" where "personId" = ${person.id}
      and "doneAt" is null and state->>'album' = ${album} order by id desc limit 1`;
  if (form?.kind === "idea") await holdFiles(scene, form.id, files);
  else if (form)
    await db.$executeRaw`
      update "Draft" set state = jsonb_set(state, '{files}', (state->'files') || ${JSON.stringify(files)}::jsonb)
      where id = ${form.id}`;
  return silence;
}
