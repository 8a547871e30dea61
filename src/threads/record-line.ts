import { z } from "zod";
import { silence } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { keepLine } from "./keep-line.ts";

export const RecordLine = z.object({
  text: z.string().trim().min(1),
  reply: z.object({ messageId: z.number() }).optional(),
});

/** A group's talk, kept only where its lab turned that on. Commands are no talk. */
export const recordLine: UseCase<typeof RecordLine, LabScene> = async (scene, { text, reply }) => {
  if (!scene.lab.recordsTalk || text.startsWith("/")) return silence;
  await keepLine(scene, { text, replyTo: reply?.messageId });
  return silence;
};
