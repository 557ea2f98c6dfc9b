/** Each check of a time, in plain words: when it is passed, and when it is in the way. */
export const reasons = {
  closed: ["It is open then", "It is closed then"],
  no_start: ["Something starts at that time", "Nothing starts at that time"],
  wrong_length: ["The length is one that is let", "The length is not one that is let"],
  ends_outside_hours: ["It ends while it is open", "It would end after closing"],
  too_soon: ["There is enough notice", "It is too soon: the notice has passed"],
  too_far: ["It is within the days that can be booked ahead", "It is too far ahead"],
  blocked: ["Nobody has closed that time", "Somebody has closed that time"],
  full: ["There are places left", "There are not enough places left"],
  venue_full: ["The venue has room", "The venue is full"],
  pool_exhausted: ["The staff and things it needs are free", "The staff or things it needs are not free"],
  add_on_out: ["The add-ons are there", "An add-on is used up"],
  party_size: ["The party is of a size that is let", "The party is too small or too large"],
  not_on_offer: ["It is on offer", "It is not on offer: look at its status and its venue's"],
} as const;

export type Reason = keyof typeof reasons;
