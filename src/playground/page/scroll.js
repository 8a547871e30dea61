import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { notice } from "./notice.js";
import { patch } from "./store.js";

const near = 80;

/** Keeps a chat at its newest message while one reads there, and shows the message one came for. */
export const useScroll = (s) => {
  const list = useRef();
  const stuck = useRef(true);
  const [away, setAway] = useState(false);
  const down = () => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  };

  useLayoutEffect(() => {
    if (s.pending.length > 0) stuck.current = true;
    if (stuck.current && !s.jump) down();
  }, [s.server, s.pending]);

  useEffect(() => {
    const wall = list.current;
    const scrolled = () => {
      stuck.current = wall.scrollHeight - wall.scrollTop - wall.clientHeight < near;
      setAway(!stuck.current);
    };
    // Pictures arrive late, and the input grows: both move what was at the bottom.
    const grown = new ResizeObserver(() => stuck.current && down());
    wall.addEventListener("scroll", scrolled, { passive: true });
    grown.observe(wall);
    grown.observe(wall.querySelector(".messages"));
    return () => grown.disconnect();
  }, []);

  useEffect(() => {
    if (s.jump) show(s.jump);
  }, [s.jump]);

  return { list, away, down };
};

/** Brings a message into sight and lights it up for a moment. */
const show = (id) => {
  const line = document.querySelector(`#m${id}`);
  patch({ jump: undefined });
  if (!line) return notice({ key: "missing" });
  line.scrollIntoView({ block: "center" });
  line.classList.remove("lit");
  requestAnimationFrame(() => line.classList.add("lit"));
};
