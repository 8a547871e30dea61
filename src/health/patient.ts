/** A question that has had no answer for so long, in milliseconds, keeps nobody from asking it anew. */
const FORGOTTEN = 5_000;

/**
 * `question` as one that may be asked by many at once and fails for nobody: it is put once at a time, and whoever asked
 * waits `patience` milliseconds at the most. `undefined` is no answer.
 */
export function patient<T>(question: () => Promise<T>, patience: number): () => Promise<T | undefined> {
  let under: { since: number; answer: Promise<T | undefined> } | undefined;

  const put = () => {
    const asked = {
      since: performance.now(),
      answer: question()
        .catch(() => undefined)
        .finally(() => {
          if (under === asked) under = undefined;
        }),
    };
    return asked;
  };
  return () => {
    if (!under || performance.now() - under.since > FORGOTTEN) under = put();
    return within(patience, under.answer);
  };
}

/** What is answered in so many milliseconds of real time, else `undefined`. */
async function within<T>(ms: number, answer: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
