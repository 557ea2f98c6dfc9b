import { everyDay } from "./catalogue.ts";
import type { DemoResource } from "./resources.ts";

const water = "On the water";
const waiver_url = "https://harborandpine.example/waiver";

export const kayakTour: DemoResource = {
  venue: 0,
  image: "kayak",
  products: [{ weight: 5 }],
  needs: { pool: "guides", count: 1, per: 6 },
  input: {
    name: "Sunrise kayak tour",
    kind: "experience",
    category: water,
    tags: ["guided", "beginners"],
    description: "Two quiet hours among the islands of Casco Bay, with a guide, a dry bag and hot coffee at the turn.",
    instructions: "Meet us at the blue shed on the wharf fifteen minutes before. Bring a warm hat and dry socks.",
    duration_minutes: 120,
    hours: everyDay("05:30", "11:00"),
    start_times: ["06:00", "08:30"],
    buffer_after_minutes: 30,
    capacity: 8,
    min_to_run: 2,
    price: 6_900,
    price_per: "place",
    private_price: 18_000,
    guest_categories: [
      { id: "adult", name: "Adult", price: 6_900 },
      { id: "child", name: "Child, 8 to 15", price: 4_900, max: 4 },
    ],
    add_ons: [
      {
        id: "camera",
        name: "Waterproof camera",
        description: "The pictures are yours, the camera is ours.",
        price: 1_500,
        per: "booking",
        stock: 3,
        max_quantity: 1,
      },
      { id: "breakfast", name: "Breakfast on the wharf", price: 1_200, per: "guest" },
    ],
    questions: [
      {
        id: "swims",
        label: "How well do they swim?",
        kind: "choice",
        options: ["Well", "A little", "Not at all"],
        per: "guest",
        required: true,
      },
    ],
    waiver_url,
    currency: "USD",
    lead_minutes: 120,
    horizon_days: 90,
  },
};

export const sailing: DemoResource = {
  venue: 0,
  image: "sailing",
  products: [{ weight: 4 }],
  input: {
    name: "Harbor sailing trip",
    kind: "experience",
    category: water,
    tags: ["families"],
    description: "Half a day under sail on a 1962 yawl. Take the helm, or take a nap on the foredeck.",
    instructions: "The yawl lies at the end of pier 3. Soft soles, please; we have the rain gear.",
    duration_minutes: 240,
    start_times: ["09:00", "14:00"],
    buffer_after_minutes: 60,
    capacity: 6,
    min_to_run: 2,
    price: 11_900,
    price_per: "place",
    private_price: 25_000,
    guest_categories: [
      { id: "adult", name: "Adult", price: 11_900 },
      { id: "child", name: "Child, 4 to 15", price: 7_900, max: 4 },
      { id: "infant", name: "Infant on a lap", price: 0, takes_place: false, max: 2 },
    ],
    price_rules: [
      {
        id: "weekend",
        name: "Weekend",
        when: { weekdays: ["saturday", "sunday"] },
        change: { kind: "percent", value: 10 },
      },
      {
        id: "early_bird",
        name: "Booked two weeks ahead",
        when: { days_ahead_min: 14 },
        change: { kind: "percent", value: -10 },
      },
    ],
    deposit: { kind: "percent", value: 25 },
    currency: "USD",
    lead_minutes: 240,
  },
};

export const bike: DemoResource = {
  venue: 0,
  image: "bike",
  products: [{ weight: 5 }],
  input: {
    name: "Electric bike",
    kind: "rental",
    category: "On land",
    description: "A light city bike with a big battery, a helmet and a map of the coast road.",
    duration_minutes: 180,
    slot_step_minutes: 30,
    buffer_after_minutes: 15,
    capacity: 10,
    max_party: 6,
    price: 3_900,
    price_per: "place",
    currency: "USD",
    lead_minutes: 0,
  },
};

export const seaKayak: DemoResource = {
  venue: 0,
  also: { venue: 1, capacity: 6 },
  image: "paddle",
  products: [
    { weight: 3, variant_id: "half_day" },
    { weight: 1, variant_id: "day" },
    { weight: 1, variant_id: "half_day", venue: 1 },
  ],
  input: {
    name: "Sea kayak",
    kind: "rental",
    category: water,
    description: "A stable single with a paddle, a vest and a chart, for those who know what they do.",
    duration_minutes: 240,
    start_times: ["09:00", "13:00"],
    capacity: 12,
    max_party: 6,
    stock: "per_venue",
    price: 4_500,
    price_per: "place",
    variants: [
      { id: "half_day", name: "Half a day", duration_minutes: 240, price: 4_500 },
      { id: "day", name: "A whole day", duration_minutes: 480, price: 7_000, start_times: ["09:00"] },
    ],
    add_ons: [
      { id: "wetsuit", name: "Wetsuit", price: 1_500, per: "guest", stock: 20, max_quantity: 1 },
      { id: "dry_bag", name: "Dry bag", price: 500, per: "booking", max_quantity: 4 },
    ],
    waiver_url,
    currency: "USD",
    lead_minutes: 60,
  },
};
