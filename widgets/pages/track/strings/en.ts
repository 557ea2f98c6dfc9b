import { en as form } from "../../../ticket/strings/en.ts";
import { en as thread } from "../../../ticket/thread/strings/en.ts";

export const en = {
  ...form,
  ...thread,
  title: "Your ticket",
  missingTitle: "This link does not open a ticket",
  missingText: "It may be incomplete. Copy the whole link from our message, or ask us for a new one.",
  openTo: "Whoever has this link can see this ticket and reply.",
} as const;
