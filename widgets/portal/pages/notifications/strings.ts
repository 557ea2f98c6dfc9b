export const en = {
  title: "Notifications",
  show: "Show",
  unread: "Unread",
} as const;
