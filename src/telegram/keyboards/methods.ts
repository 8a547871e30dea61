import { type Method, methods } from "../../methods/method.ts";
import type { Button, Keyboard, Keyboards } from "../keyboard.ts";

/** A method's card as a message of its own, where it helps. */
export const method = (name: Method): Button => ({ label: `method.${name}`, press: ["howTo", name] });

const card = (): Keyboard => ({
  rows: [[{ label: "writeIdeaNow", press: ["tap", "ide"] }], [{ label: "otherMethods", press: ["methods"] }]],
});

export const methodKeyboards: Keyboards = {
  "method.list": () => ({
    rows: methods.map((name): Button[] => [{ label: `method.${name}`, press: ["howToHere", name] }]),
  }),
  ...Object.fromEntries(methods.map((name) => [`method.${name}`, card])),
};
