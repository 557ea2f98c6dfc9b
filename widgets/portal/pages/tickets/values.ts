export const statuses = ["open", "in_progress", "waiting_for_customer", "resolved", "closed"] as const;
export const categories = ["question", "bug", "feature", "other"] as const;
export const priorities = ["low", "normal", "high", "urgent"] as const;
