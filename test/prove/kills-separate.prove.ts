import { killHundredTimes } from "../support/hundred-kills.ts";
import { places } from "../support/places.ts";

const name = "a separate PostgreSQL";

places[name]("killed a hundred times at random under load, it has done all, once", async ({ killable }) => {
  await killHundredTimes(killable, name);
});
