import { everyDay } from "./catalogue.ts";
import type { DemoResource } from "./resources.ts";

const house = "At the lodge";

export const massage: DemoResource = {
  venue: 1,
  image: "massage",
  products: [
    { weight: 3, variant_id: "sixty" },
    { weight: 2, variant_id: "ninety" },
  ],
  needs: { pool: "therapists", count: 1, per: 1 },
  input: {
    name: "Lakeside massage",
    kind: "service",
    category: house,
    description: "The boathouse is yours, alone or for two, with a therapist each and the doors open in summer.",
    instructions: "Robes and towels are there. Come ten minutes early for a cup of tea.",
    duration_minutes: 60,
    slot_step_minutes: 30,
    buffer_after_minutes: 15,
    capacity: 2,
    sharing: "private",
    price: 12_500,
    price_per: "place",
    variants: [
      { id: "sixty", name: "60 minutes", duration_minutes: 60, price: 12_500 },
      { id: "ninety", name: "90 minutes", description: "With hot stones.", duration_minutes: 90, price: 17_500 },
    ],
    questions: [
      { id: "pressure", label: "How firm?", kind: "choice", options: ["Gentle", "Medium", "Firm"], per: "booking" },
    ],
    currency: "USD",
    lead_minutes: 180,
  },
};

/** In winter it starts later, and only once. */
export const hikeIn = (year: number): DemoResource => ({
  venue: 1,
  image: "hike",
  products: [{ weight: 3 }],
  input: {
    name: "Guided forest hike",
    kind: "experience",
    category: "On land",
    tags: ["guided", "families"],
    description: "Five easy miles to the granite ledge and back, with lunch from the lodge kitchen.",
    duration_minutes: 300,
    slot_step_minutes: 60,
    seasons: [year - 1, year].map((from) => ({
      name: "Winter",
      from: `${from}-12-01`,
      to: `${from + 1}-03-31`,
      hours: everyDay("10:00", "15:30"),
      start_times: ["10:00"],
    })),
    capacity: 12,
    min_to_run: 4,
    price: 4_500,
    price_per: "place",
    guest_categories: [
      { id: "adult", name: "Adult", price: 4_500 },
      { id: "child", name: "Child, 6 to 15", price: 2_500 },
      { id: "infant", name: "Infant in a carrier", price: 0, takes_place: false, max: 2 },
    ],
    add_ons: [{ id: "poles", name: "Trekking poles", price: 600, per: "booking", stock: 8, max_quantity: 4 }],
    questions: [{ id: "diet", label: "Is there anything you do not eat?", kind: "text", per: "booking" }],
    currency: "USD",
    lead_minutes: 600,
  },
});

export const meetingRoom: DemoResource = {
  venue: 1,
  image: "room",
  products: [
    { weight: 2, length: 2 },
    { weight: 1, length: 4 },
  ],
  input: {
    name: "Lodge meeting room",
    kind: "rental",
    category: house,
    description: "The old library: seats fourteen, sees the lake. Booked by the hour, confirmed by our staff.",
    length_unit: "hour",
    min_length: 1,
    max_length: 8,
    slot_step_minutes: 60,
    capacity: 14,
    sharing: "private",
    price: 9_000,
    price_per: "booking",
    price_rules: [
      { id: "half_day", name: "Four hours or more", when: { min_length: 4 }, change: { kind: "percent", value: -15 } },
    ],
    add_ons: [{ id: "coffee", name: "Coffee and cake", price: 900, per: "guest" }],
    currency: "USD",
    lead_minutes: 720,
    requires_approval: true,
  },
};

export const cabinIn = (year: number): DemoResource => ({
  venue: 1,
  image: "cabin",
  products: [
    { weight: 2, length: 2 },
    { weight: 1, length: 3 },
  ],
  input: {
    name: "Lakeside cabin",
    kind: "rental",
    category: house,
    tags: ["families"],
    description: "Two rooms under the pines, a wood stove, and a porch with the lake in front of it. Sleeps four.",
    instructions:
      "The key is in the box beside the door; its number comes in the morning. Fresh sheets are on the beds.",
    length_unit: "night",
    min_length: 1,
    max_length: 14,
    check_in: "16:00",
    check_out: "10:00",
    capacity: 4,
    sharing: "private",
    price: 18_900,
    price_per: "booking",
    price_rules: [
      {
        id: "weekend",
        name: "Weekend",
        when: { weekdays: ["friday", "saturday"] },
        change: { kind: "percent", value: 25 },
      },
      ...[year, year + 1].map((one) => ({
        id: `summer_${one}`,
        name: "High season",
        when: { from_date: `${one}-06-15`, to_date: `${one}-09-15` },
        change: { kind: "amount", value: 6_000 },
      })),
      { id: "week", name: "A week or more", when: { min_length: 7 }, change: { kind: "percent", value: -15 } },
    ],
    add_ons: [
      { id: "firewood", name: "Basket of firewood", price: 1_200, per: "booking", max_quantity: 5 },
      { id: "canoe", name: "Canoe", price: 4_000, per: "booking", stock: 2, max_quantity: 2 },
    ],
    deposit: { kind: "percent", value: 30 },
    cancellation_hours: 72,
    currency: "USD",
    lead_minutes: 1_440,
    horizon_days: 365,
  },
});
