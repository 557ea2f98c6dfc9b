/** Harbor & Pine's settings. */
export const company = {
  name: "Harbor & Pine",
  email: "hello@harborandpine.example",
  phone: "+1 207 555 0134",
  address: "12 Custom House Wharf\nPortland, ME 04101",
  currency: "USD",
  time_zone: "America/New_York",
  locale: "en-US",
  tax_rate: 550,
  cancellation_hours: 6,
  min_booking_hours: 2,
  accent_color: "#0f6b62",
  greeting: "Hello from the wharf. Ask us about tides, times and what to wear.",
  reply_time: "We usually answer within twenty minutes, every day from 8 to 6.",
  terms_of_service: [
    "You book with Harbor & Pine Outfitters LLC, 12 Custom House Wharf, Portland, Maine.",
    "Prices are in US dollars and include guides, boats, helmets and life vests. You pay on the day, by card or in cash; the yawl and the cabin ask for a deposit.",
    "Come fifteen minutes before the start. On the water, what the guide says goes. Children under twelve come with an adult.",
    "We may call a trip off when the weather is not safe. Then you choose another day or pay nothing.",
  ].join("\n\n"),
  privacy_policy: [
    "We keep your name, your e-mail address, your phone number and what you booked or wrote to us, so that we can take you out and answer you.",
    "Nobody else is given it, except who sends our mail. We delete it three years after your last visit, or when you ask us to.",
    "Write to hello@harborandpine.example to see, correct or delete what we keep.",
  ].join("\n\n"),
  cancellation_policy:
    "You can move or cancel for free until six hours before the start (the cabin: three days), with the link in your confirmation. After that, please call us; we charge half of the price when you do not come.",
} as const;
