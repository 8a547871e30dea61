const FIRST_WAIT = 500;
const LONGEST_WAIT = 8_000;

/**
 * Listens to what changes in the world, and comes back by itself after a lost line.
 * @param {(event: { kind: string, chat?: number, now?: string, cut?: boolean }) => void} onEvent
 * @param {(online: boolean) => void} onLine called when the line comes and when it goes
 */
export function listen(onEvent, onLine) {
  let wait = FIRST_WAIT;

  const open = () => {
    const source = new EventSource("/api/events");
    source.onopen = () => {
      wait = FIRST_WAIT;
      onLine(true);
    };
    source.onmessage = ({ data }) => onEvent(JSON.parse(data));
    source.onerror = () => {
      source.close();
      onLine(false);
      setTimeout(open, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    };
  };

  open();
}
