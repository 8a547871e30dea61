import { z } from "zod";

/** The id of a row, as a button carries it: anything else, also what no row can have, is none. */
export const RowId = z.coerce
  .number()
  .int()
  .positive()
  .max(2 ** 31 - 1);
