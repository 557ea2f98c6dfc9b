import type { Thread, Turn } from "./conversations.ts";
import type { Moment } from "./moment.ts";
import type { CustomerName, StaffName } from "./people.ts";

/** A ticket: what was asked, and what became of it. */
export interface Request extends Omit<Thread, "who"> {
  /** The staff raise tickets among themselves, too. */
  who: CustomerName | StaffName;
  at: Moment;
  text: string;
  category: "bug" | "feature" | "question" | "other";
  priority?: "low" | "normal" | "high" | "urgent";
}

const reply = (at: Moment, by: "customer" | StaffName, text: string): Turn => ({ at, by, text }) as Turn;
const note = (at: Moment, by: StaffName, text: string): Turn => ({ at, by, text, note: true });
const take = (at: Moment, by: StaffName, status = "in_progress"): Turn => ({ at, by, set: { assignee: by, status } });
const set = (at: Moment, by: StaffName, status: string): Turn => ({ at, by, set: { status } });

export const tickets: readonly Request[] = [
  {
    who: "mateo",
    at: "20d 10:12",
    subject: "Charged twice for the forest hike",
    text: "My card shows two charges of 90.00 for the hike on Saturday. Both have your name.",
    category: "bug",
    priority: "high",
    turns: [
      take("20d 10:30", "maya"),
      reply(
        "20d 10:34",
        "maya",
        "I am sorry! The terminal lost its connection and tried twice. The second charge is refunded and should be back within three days.",
      ),
      reply("18d 08:02", "customer", "It arrived today. Thank you for being so quick."),
      set("18d 09:00", "maya", "resolved"),
      set("15d 09:00", "maya", "closed"),
    ],
  },
  {
    who: "amelia",
    at: "19d 14:48",
    subject: "Invoice for my company",
    text: "Could you send an invoice for the meeting room, made out to Thornton Architects LLC?",
    category: "question",
    turns: [
      take("19d 15:10", "noah"),
      reply("19d 15:22", "noah", "Here it comes by mail. Tell me if the address needs changing."),
      reply("19d 15:40", "customer", "All correct, thank you."),
      set("19d 16:00", "noah", "closed"),
    ],
  },
  {
    who: "nora",
    at: "16d 21:15",
    subject: "Confirmation mail shows the wrong time",
    text: "The mail says 9:00 but the page said 6:00. I am in California at the moment; maybe that is why?",
    category: "bug",
    turns: [
      take("15d 08:10", "priya"),
      reply(
        "15d 08:18",
        "priya",
        "Well spotted: your page showed your own clock. The tour starts at 9:00 in Portland, as the mail says. You can switch the zone above the times.",
      ),
      reply("15d 17:05", "customer", "Ah, there it is. Makes sense."),
      set("15d 17:30", "priya", "resolved"),
    ],
  },
  {
    who: "ruth",
    at: "13d 11:20",
    subject: "Large-print map for the bike tour",
    text: "Asked by phone: could we have the coast road map in larger print?",
    category: "feature",
    priority: "low",
    turns: [
      take("13d 11:30", "maya", "in_progress"),
      note("12d 16:00", "maya", "Print shop quotes 48.00 for fifty. Ordering."),
      reply("6d 10:00", "maya", "The large-print maps are here. One has your name on it."),
      set("6d 10:01", "maya", "resolved"),
    ],
  },
  {
    who: "oliver",
    at: "11d 09:45",
    subject: "Wi-Fi in the meeting room drops",
    text: "During our video call on Tuesday the connection went away every ten minutes or so.",
    category: "bug",
    turns: [
      take("11d 10:00", "noah"),
      reply("11d 10:12", "noah", "That should not happen. We have ordered a new access point for the library."),
      note("8d 15:30", "noah", "Access point installed. Ran a two-hour call without a drop."),
      reply("8d 15:40", "noah", "It is in place and holds. Your next booking is 20 % off, as an apology."),
      set("8d 15:41", "noah", "resolved"),
    ],
  },
  {
    who: "hannah",
    at: "8d 12:05",
    subject: "Robe sizes in the boathouse",
    text: "The robes only went up to L. Could you get some larger ones?",
    category: "feature",
    priority: "low",
    turns: [
      take("7d 09:00", "priya"),
      note("7d 09:02", "priya", "XL and XXL are on the way, should arrive next week."),
    ],
  },
  {
    who: "daniel",
    at: "6d 18:33",
    subject: "Receipt for the kayak tour",
    text: "I need a receipt with the date and the number of people for my expenses.",
    category: "question",
    turns: [
      take("5d 08:20", "priya"),
      reply("5d 08:26", "priya", "Attached to the mail I just sent. Was it for two or three people?"),
      set("5d 08:27", "priya", "waiting_for_customer"),
    ],
  },
  {
    who: "maya",
    at: "5d 07:50",
    subject: "Winter hours for both venues",
    text: "From the first of next month we open at nine on weekdays. Website, maps and the answering machine need it too.",
    category: "other",
    turns: [take("5d 08:00", "noah"), note("3d 17:00", "noah", "Maps and machine done. Website on Friday.")],
  },
  {
    who: "julia",
    at: "4d 20:11",
    subject: "Booking form on my old tablet",
    text: "On my tablet the calendar showed up only after I turned it sideways. It works on my phone.",
    category: "bug",
    turns: [
      take("3d 08:30", "noah"),
      reply(
        "3d 08:41",
        "noah",
        "Thank you for telling us. Which tablet is it, and do you know the version of its browser?",
      ),
      set("3d 08:42", "noah", "waiting_for_customer"),
      reply("2d 19:20", "customer", "An older one from 2017; the browser says version 88."),
      set("1d 09:10", "noah", "in_progress"),
      note("1d 09:12", "noah", "Could not reproduce on 90. Trying an older one this week."),
    ],
  },
  {
    who: "ben",
    at: "3d 13:37",
    subject: "Gift card did not arrive",
    text: "The card for my parents was posted eleven days ago, but it is not there. Their anniversary is on Sunday!",
    category: "other",
    priority: "urgent",
    turns: [
      take("3d 13:45", "maya"),
      reply("3d 13:52", "maya", "Oh no. A courier brings a new one tomorrow before noon, and the old one is void."),
      set("3d 13:53", "maya", "waiting_for_customer"),
    ],
  },
  {
    who: "kenji",
    at: "2d 15:02",
    subject: "Can I book for a group of nine?",
    text: "The form lets me choose eight at most for the sunrise tour. We are nine.",
    category: "question",
    turns: [],
  },
  {
    who: "chiara",
    at: "1d 11:48",
    subject: "Italian version of the safety sheet",
    text: "My parents don't read English well. Is there an Italian version of the safety sheet for the kayaks?",
    category: "feature",
    turns: [],
  },
  {
    who: "lucy",
    at: "170m",
    subject: "Bike 12 squeaks",
    text: "Nothing bad, but the front brake of bike 12 squeaks when it is wet.",
    category: "bug",
    priority: "low",
    turns: [],
  },
  {
    who: "farid",
    at: "55m",
    subject: "Cannot find my confirmation",
    text: "I booked for tomorrow but find no mail. Maybe I mistyped my address? Please check before we set out.",
    category: "question",
    priority: "high",
    turns: [],
  },
];
