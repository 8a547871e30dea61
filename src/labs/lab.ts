/** What is said about labs, their groups, settings, team and invitations. */
export type LabSayings = {
  "lab.noneHere": Record<string, never>;
  "lab.noneForYou": Record<string, never>;
};
