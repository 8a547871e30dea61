import { z } from "zod";
import { aside, turn } from "../sayings.ts";
import type { UseCase } from "../use-case.ts";
import { methods } from "./method.ts";

export const ListMethods = z.object({ text: z.string() });
export const BackToMethods = z.object({});
export const ShowMethod = z.object({ method: z.enum(methods) });

/** `/metode`, or `Cara mencari ide`: the ways to find one, to who asked. */
export const listMethods: UseCase<typeof ListMethods> = async () => [aside("method.list", {})];

/** `Cara lain`: the same message is the list again. */
export const backToMethods: UseCase<typeof BackToMethods> = async ({ chat }) => [
  chat.kind === "private" ? turn("method.list", {}) : aside("method.list", {}),
];

/** One of them, in place of the list. */
export const turnToMethod: UseCase<typeof ShowMethod> = async (_, { method }) => [
  turn(`method.${method}`, {}),
];

/** A card where it helps, beside what is being read; to who pressed, and nobody else. */
export const showMethod: UseCase<typeof ShowMethod> = async (_, { method }) => [
  aside(`method.${method}`, {}),
];
