import { expect } from "vitest";
import { boundaries } from "../../src/boundary.ts";
import { places } from "../support/places.ts";
import { tellAccount } from "../support/tell.ts";
import { walk } from "../support/walk.ts";

/** Every life ends one later than the one before it. */
const NTH = [1, 2, 3, 4, 5];

for (const [name, test] of Object.entries(places)) {
  test.for([...boundaries])(
    `killed at “%s” again and again on ${name}, it has done all, once`,
    async (at, { killable }) => {
      const { died, ...became } = await walk(
        killable,
        NTH.map((nth) => ({ at, nth })),
      );
      tellAccount(`${died} kills at “${at}” on ${name}`, became);
      expect(became.wrong).toEqual([]);
      expect(died).toBeGreaterThan(1);
    },
  );
}
