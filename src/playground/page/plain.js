/** A message's words without markup. */
export const plain = (m) => m.text ?? m.service ?? m.document?.name ?? (m.photo ? "🖼" : m.sound ? "🎤" : "");
