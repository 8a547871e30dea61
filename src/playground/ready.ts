import { who } from "./cast.ts";

type Ready = { label: string; text: string };

const IDEA = "/ide Antrean puskesmas lewat pesan singkat";
const REPLY = "Bagus. Mulai di satu puskesmas dulu: siapa petugas yang membalas pesannya setiap pagi?";

const commands = (...texts: string[]): Ready[] => texts.map((text) => ({ label: text, text }));

const privately: Record<number, Ready[]> = {
  [who.ana]: commands("/ideku", "/ide"),
  [who.yosef]: commands("/ideku", "/ide"),
  [who.maria]: [...commands("/antrean"), { label: "Jawaban siap pakai", text: REPLY }],
  [who.bupati]: commands("/pekanini"),
  [who.budi]: commands("/pengaturan", "/undang", "/tim"),
};

const inGroup: Record<number, Ready[]> = {
  [who.ana]: [{ label: IDEA, text: IDEA }, ...commands("/ringkas")],
  [who.yosef]: commands("/semuaide", "/ringkas"),
  [who.maria]: [{ label: "Balas sebuah kartu dengan ini", text: REPLY }],
  [who.budi]: commands("/tim", "/pengaturan", "/undang"),
};

/** Prepared inputs for a person in a chat, so that the first minutes need no typing. */
export const ready = (as: number, chat: number): Ready[] => (chat === as ? privately[as] : inGroup[as]) ?? [];
