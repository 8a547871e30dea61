/** Traces of a person that no summary needs. Order matters: what is longer or more certain comes first. */
const TRACES: { mask: string; pattern: RegExp }[] = [
  { mask: "[surel]", pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu },
  { mask: "[akun]", pattern: /(?:https?:\/\/)?\b(?:t\.me|wa\.me|telegram\.me)\/\S+|(?<![\w@])@\w{4,}/giu },
  { mask: "[NIP]", pattern: /(?<!\d)(?:19|20)\d{6}[ .-]?\d{6}[ .-]?[12][ .-]?\d{3}(?!\d)/gu },
  { mask: "[NPWP]", pattern: /(?<!\d)\d{2}\.\d{3}\.\d{3}\.\d-?\d{3}\.\d{3}(?!\d)/gu },
  {
    mask: "[NIK]",
    pattern: /(?<!\d)\d{6}[ .-]?\d{6}[ .-]?\d{4}(?!\d)|(?<!\d)(?:\d{4}[ .-]){3}\d{4}(?!\d)/gu,
  },
  { mask: "[rekening]", pattern: /(?<=\brek(?:ening)?\b[^\d\n]{0,24})\d[\d .-]{6,18}\d/giu },
  {
    mask: "[telepon]",
    pattern:
      /(?<![\d.,])(?:\+?62|0)[ .-]?8\d{1,2}(?:[ .-]?\d{2,4}){2,3}(?!\d)|\(0\d{2,3}\) ?\d{5,8}|(?<![\d.,])0\d{2,3}[ -]\d{5,8}(?!\d)/gu,
  },
];

/** The text with addresses, accounts, telephone and identity numbers replaced by what they are: "[telepon]". */
export function mask(text: string): string {
  return TRACES.reduce((masked, trace) => masked.replace(trace.pattern, trace.mask), text);
}
