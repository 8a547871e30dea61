import {
  AskMaterial,
  askMaterial,
  NoteFiles,
  NoteMaterial,
  noteFiles,
  noteMaterial,
} from "../../materials/note-material.ts";
import { ShowMaterialFiles, showMaterialFiles } from "../../materials/send-files.ts";
import {
  OpenMaterial,
  openMaterial,
  RefuseNote,
  refuseNote,
  ShowMaterials,
  showMaterials,
  TurnMaterials,
  turnMaterials,
} from "../../materials/show-materials.ts";
import { restoreMaterial, WithdrawMaterial, withdrawMaterial } from "../../materials/withdraw-material.ts";
import { type Route, row } from "../route.ts";
import { button, command } from "../triggers.ts";
import { member, mentorOrFacilitator } from "../who.ts";

/** What was taught. */
export const materials: Route[] = [
  command(
    "materi",
    ["materials"],
    ["private"],
    [
      row(mentorOrFacilitator, NoteMaterial, noteMaterial),
      row(mentorOrFacilitator, NoteFiles, noteFiles),
      row(member, ShowMaterials, showMaterials),
      row(mentorOrFacilitator, AskMaterial, askMaterial),
      row(member, RefuseNote, refuseNote),
    ],
  ),
  button("noteMaterial", [row(mentorOrFacilitator, AskMaterial, askMaterial)]),
  button("taught", [row(member, TurnMaterials, turnMaterials)]),
  button("material", [row(member, OpenMaterial, openMaterial)]),
  button("materialFiles", [row(member, ShowMaterialFiles, showMaterialFiles)]),
  button("unnote", [row(member, WithdrawMaterial, withdrawMaterial)]),
  button("renote", [row(member, WithdrawMaterial, restoreMaterial)]),
];
