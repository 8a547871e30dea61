import {
  CancelCommitment,
  cancelCommitment,
  KeepCommitment,
  keepCommitment,
} from "../../commitments/keep-commitment.ts";
import {
  ListCommitments,
  listCommitments,
  listInstead,
  TurnCommitments,
  turnCommitments,
} from "../../commitments/list-commitments.ts";
import {
  AskCommitment,
  AskLabCommitment,
  askCommitment,
  askLabCommitment,
  MakeCommitment,
  makeCommitment,
  refuseCommitment,
  StartCommitment,
  startCommitment,
} from "../../commitments/make-commitment.ts";
import { type Route, row } from "../route.ts";
import { button, command } from "../triggers.ts";
import { leader, leaderOrFacilitator, member } from "../who.ts";

/** What leaders promise, and what becomes of it. */
export const commitments: Route[] = [
  command(
    "komitmen",
    ["commitments"],
    ["private"],
    [
      row(leader, StartCommitment, startCommitment),
      row(leader, MakeCommitment, makeCommitment),
      row(leaderOrFacilitator, StartCommitment, listInstead),
      row(leaderOrFacilitator, ListCommitments, listCommitments),
      row(leaderOrFacilitator, MakeCommitment, refuseCommitment),
    ],
  ),
  button("promises", [row(leaderOrFacilitator, TurnCommitments, turnCommitments)]),
  button("promise", [row(leader, AskCommitment, askCommitment)]),
  button("promiseLab", [row(leader, AskLabCommitment, askLabCommitment)]),
  button("keep", [row(member, KeepCommitment, keepCommitment)]),
  button("cancelPromise", [row(member, CancelCommitment, cancelCommitment)]),
];
