import type { ValidateFunction } from "ajv";
import { inject } from "vitest";
import { complaint } from "./wire-complaint.ts";
import { methodShape, type Shape, shapeOf } from "./wire-shape.ts";

const checks = (await import(inject("wire").code)) as Record<string, ValidateFunction>;

/** What is wrong with a call's parameters by the official types; nothing when they are right. */
export const wrongInRequest = (method: string, values: unknown) =>
  wrongBy(`${method}_request`, values, () => methodShape(method, "request"));

/** What is wrong with the result of a call. */
export const wrongInResult = (method: string, result: unknown) =>
  wrongBy(`${method}_result`, result, () => methodShape(method, "result"));

/** What is wrong with an update. */
export const wrongInUpdate = (update: unknown) => wrongBy("update", update, () => shapeOf("Update"));

/** What is wrong with a refusal. */
export const wrongInError = (body: unknown) => wrongBy("error", body, () => shapeOf("ApiError"));

function wrongBy(name: string, value: unknown, shape: () => Shape | undefined): string | undefined {
  const check = checks[name];
  if (!check) return "there is no such method";
  return check(value) ? undefined : complaint(shape() ?? {}, value) || "is wrong";
}
