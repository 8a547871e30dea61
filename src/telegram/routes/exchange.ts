import { ReplicateIdea, replicateIdea } from "../../exchange/replicate-idea.ts";
import { ShareIdea, shareIdea } from "../../exchange/share-idea.ts";
import { OpenForeign, openForeign } from "../../exchange/show-foreign.ts";
import { UndoReplication, undoReplication } from "../../exchange/undo-replication.ts";
import { type Route, row } from "../route.ts";
import { button } from "../triggers.ts";
import { member, privately } from "../who.ts";

/** Ideas that cross from lab to lab. */
export const exchange: Route[] = [
  button("share", [row(member, ShareIdea, shareIdea)]),
  button("foreign", [row(member, OpenForeign, openForeign)]),
  button("replicate", [row(member, ReplicateIdea, replicateIdea)]),
  button("replication", [row(privately(member), UndoReplication, undoReplication)]),
];
