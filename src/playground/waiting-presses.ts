export type PressAnswer = { text?: string; show_alert?: boolean; url?: string };

/** How long a person looks at a button that does nothing, in real milliseconds. */
const patience = 15_000;

/** Those who pressed and wait, by the press's id. */
export type Presses = {
  wait(id: string): Promise<PressAnswer>;
  resolve(id: string, answer: PressAnswer): void;
  end(): void;
};

export function openPresses(): Presses {
  const waiting = new Map<string, (answer: PressAnswer) => void>();

  return {
    wait: (id) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => done({}), patience);
        const done = (answer: PressAnswer) => {
          clearTimeout(timer);
          waiting.delete(id);
          resolve(answer);
        };
        waiting.set(id, done);
      }),
    resolve: (id, answer) => waiting.get(id)?.(answer),
    end: () => {
      for (const done of [...waiting.values()]) done({});
    },
  };
}
