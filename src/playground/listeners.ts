/** Whoever wants to hear of an event. One that stops listening while it is told is still told. */
export function listeners<Event>() {
  const all = new Set<(event: Event) => void>();

  return {
    add(listener: (event: Event) => void) {
      all.add(listener);
      return () => void all.delete(listener);
    },
    tell(event: Event) {
      for (const listener of [...all]) listener(event);
    },
    clear: () => all.clear(),
  };
}
