const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
const weekdays = days.slice(0, 5);
const weekend = days.slice(5);

export const open = (on: readonly string[], from: string, to: string) => on.map((day) => ({ day, from, to }));
export const everyDay = (from: string, to: string) => open(days, from, to);

/** Days on which nobody works, every year: Christmas, and the fourth Thursday of November. */
const holidays = [
  { date: "2020-12-25", rrule: "FREQ=YEARLY", name: "Christmas Day", hours: [] },
  { date: "2020-11-26", rrule: "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", name: "Thanksgiving", hours: [] },
];

/** Harbor & Pine: an activity and rental business on two coasts. */
export const venues = [
  {
    name: "Portland Harbor",
    time_zone: "America/New_York",
    address: "12 Custom House Wharf\nPortland, ME 04101",
    phone: "+1 207 555 0134",
    hours: [...open(weekdays, "08:00", "18:00"), ...open(weekend, "07:00", "20:00")],
    exceptions: holidays,
    capacity: 60,
  },
  {
    name: "Pine Lake Lodge",
    time_zone: "America/Los_Angeles",
    address: "480 Lakeshore Drive\nTahoe City, CA 96145",
    phone: "+1 530 555 0188",
    hours: everyDay("09:00", "17:00"),
    exceptions: holidays,
    capacity: 48,
    tax_rate: 725,
  },
];

/** Who is needed for what. A unit is somebody of the staff by their key in `people.ts`, or has a name of its own. */
export const pools = {
  guides: {
    name: "Kayak guides",
    venue: 0,
    units: [
      { who: "noah", color: "#0f6b62" },
      { who: "priya", color: "#b4532a" },
      { who: "maya", color: "#4b5fb3" },
    ],
  },
  therapists: {
    name: "Massage therapists",
    venue: 1,
    units: [
      { name: "Ingrid Solberg", color: "#7a5639" },
      { name: "Marcus Reed", color: "#4d9493" },
    ],
  },
} as const;
export type PoolName = keyof typeof pools;

/** When the guides are at work: `first` is the weekday that the plan begins with. */
export const shifts = [
  { who: "noah", first: "monday", rrule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=100" },
  { who: "priya", first: "wednesday", rrule: "FREQ=WEEKLY;BYDAY=WE,TH,FR,SA,SU;COUNT=100" },
  { who: "maya", first: "saturday", rrule: "FREQ=WEEKLY;BYDAY=SA,SU;COUNT=40" },
] as const;
export const atWork = { from: 5 * 60 + 30, to: 13 * 60 };

export const welcome = "WELCOME10";
export const promotions = [
  { code: welcome, name: "Welcome aboard", kind: "percent", value: 10, max_uses_per_contact: 1 },
  { code: "FERRY-5", name: "With your ferry ticket", kind: "amount", value: 500, min_total: 5_000, max_uses: 200 },
] as const;
