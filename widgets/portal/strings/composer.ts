export const en = {
  kind: "What to write",
  reply: "Reply",
  note: "Internal note",
  replyTo: "Reply to {name}",
  notePlace: "A note that only the team sees",
  send: "Send",
  addNote: "Add note",
  attach: "Attach files",
  remove: "Remove {name}",
  hint: "{keys} sends",
} as const;
