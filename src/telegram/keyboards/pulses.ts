import { crowds, MORE, states, whys } from "../../pulses/pulse.ts";
import { type Button, inGroups, type Keyboards } from "../keyboard.ts";

export const pulseKeyboards: Keyboards = {
  "pulse.ask": ({ pulse }) => ({
    rows: [states.map((state): Button => ({ label: state, press: ["pulse", pulse, state] }))],
  }),
  "pulse.why": ({ pulse }) => ({
    rows: whys.map((why): Button[] => [{ label: `why.${why}`, press: ["why", pulse, why] }]),
  }),
  "pulse.askWhy": (_, at) => inGroups(at, "writeWhy"),
  "pulse.people": ({ pulse }) => ({ rows: [[...crowds.map(upTo(pulse)), more(pulse)], [skip(pulse)]] }),
  "pulse.notNumber": ({ pulse }) => ({ rows: [[skip(pulse)]] }),
  "pulse.done": ({ pulse }) => ({ rows: [[{ label: "answerAgain", press: ["pulseAgain", pulse] }]] }),
};

const upTo =
  (pulse: number) =>
  (count: number): Button => ({ label: "upTo", args: { count }, press: ["crowd", pulse, count] });
const more = (pulse: number): Button => ({ label: "moreThan", press: ["crowd", pulse, MORE] });
const skip = (pulse: number): Button => ({ label: "skipPeople", press: ["skipPeople", pulse] });
