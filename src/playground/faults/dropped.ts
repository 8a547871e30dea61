/** The connection ends here, without an answer. */
export class Dropped extends Error {
  override name = "Dropped";
}
