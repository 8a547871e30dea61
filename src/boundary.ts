/**
 * Where a process may die between two things that belong together: an update is *stored* and not yet confirmed, work
 * *claimed* and not yet done, done and *committed* and not yet answered; a message is marked as *sending* and not yet
 * sent, *sent* and not yet noted, *recorded* and its chat not yet free. Tests end the process there.
 */
export const boundaries = ["stored", "claimed", "committed", "sending", "sent", "recorded"] as const;

export type Boundary = (typeof boundaries)[number];
