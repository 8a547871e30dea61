import { missedNames } from "../authors/tell-coauthors.ts";
import { missedBriefs } from "../handovers/brief-newcomer.ts";
import type { Saying } from "../sayings.ts";
import type { Scene } from "../use-case.ts";

/** What could not be told to somebody before the first Start, by whichever link it comes. */
export const tellMissed = async (scene: Scene): Promise<Saying[]> =>
  scene.chat.kind === "private" ? [...(await missedBriefs(scene)), ...(await missedNames(scene))] : [];
