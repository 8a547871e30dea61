import { killHundredTimes } from "../support/hundred-kills.ts";
import { places } from "../support/places.ts";

const name = "the embedded server";

places[name](
  "killed a hundred times at random under load, it has done all, once",
  async ({ killable, place }) => {
    await killHundredTimes(killable, name, place.killServer);
  },
);
