import type { Moment } from "./moment.ts";
import type { CustomerName, StaffName } from "./people.ts";

/** What happens in a thread: somebody writes, leaves a note, or changes the thread. */
export type Turn =
  | { at: Moment; by: "customer"; text: string }
  | { at: Moment; by: StaffName; text: string; note?: true }
  | { at: Moment; by: StaffName; set: Change };

export interface Change {
  status?: string;
  priority?: string;
  category?: string;
  tags?: string[];
  assignee?: StaffName;
}

export interface Thread {
  who: CustomerName;
  subject: string;
  turns: readonly Turn[];
}

const ask = (at: Moment, text: string): Turn => ({ at, by: "customer", text });
const say = (at: Moment, by: StaffName, text: string): Turn => ({ at, by, text });
const note = (at: Moment, by: StaffName, text: string): Turn => ({ at, by, text, note: true });
const set = (at: Moment, by: StaffName, change: Change): Turn => ({ at, by, set: change });

export const conversations: readonly Thread[] = [
  {
    who: "emily",
    subject: "Kayak tour with beginners",
    turns: [
      ask("18d 09:12", "Hi! Two of us have never been in a kayak. Is the sunrise tour still a good idea?"),
      say(
        "18d 09:20",
        "priya",
        "Very much so. We go out in wide double kayaks and stay behind the islands, where it is calm. Ten minutes of practice at the dock come first.",
      ),
      ask("18d 09:26", "Perfect, that's what I hoped for. Do we need wetsuits?"),
      say(
        "18d 09:31",
        "priya",
        "We have them in all sizes, along with dry bags. Bring a warm hat and something to change into.",
      ),
      ask("18d 09:33", "Wonderful, booking now."),
      set("18d 17:40", "priya", { status: "resolved" }),
    ],
  },
  {
    who: "ben",
    subject: "Gift card for my parents",
    turns: [
      ask("15d 19:48", "Can I give the sailing trip as a present without choosing a date yet?"),
      say(
        "14d 08:15",
        "noah",
        "Good morning Ben! Yes: I can make out a card for two places, good for a year. Whose names shall I put on it?",
      ),
      ask("14d 08:52", "Anna and Paul Castellano please. It's for their 40th anniversary."),
      note("14d 08:55", "noah", "Card HP-2214 made out, paid by phone. Maya likes to sign anniversary cards herself."),
      say(
        "14d 09:30",
        "maya",
        "Congratulations to both of them! The card is in today's post, with a chart of the bay.",
      ),
      ask("14d 09:41", "That is so kind. Thank you!"),
      set("14d 09:45", "maya", { status: "resolved", tags: ["gift card"] }),
    ],
  },
  {
    who: "hannah",
    subject: "Massage while pregnant",
    turns: [
      ask("12d 14:02", "I'm in my fifth month. Can your therapists do a prenatal massage?"),
      say(
        "12d 14:18",
        "priya",
        "Yes, Lena is certified for it. Please book her for the morning, and leave a note so that she prepares the side-lying table.",
      ),
      ask("12d 14:20", "Great, thanks for the quick answer."),
      set("12d 18:00", "priya", { status: "resolved" }),
    ],
  },
  {
    who: "isaac",
    subject: "Lost a glove on the bike",
    turns: [
      ask("9d 17:25", "I think I left a grey glove in the basket of bike 7 this afternoon."),
      say("9d 17:44", "noah", "Found it! It waits for you at the counter. We close at six today, and open at eight."),
      ask("9d 17:46", "You're the best. I'll come by tomorrow."),
      set("8d 10:10", "noah", { status: "closed" }),
    ],
  },
  {
    who: "oliver",
    subject: "Company outing, 24 people",
    turns: [
      ask(
        "7d 11:03",
        "We are 24 and would like to sail and have lunch somewhere afterwards. Is that possible with you?",
      ),
      say(
        "7d 11:15",
        "noah",
        "It is! The yawl takes six, so for 24 I would bring in our friends' two schooners. Which dates do you have in mind?",
      ),
      ask(
        "7d 11:32",
        "Any Thursday or Friday in the first half of next month. Budget is about 180 a head including lunch.",
      ),
      set("7d 11:35", "noah", { assignee: "noah", priority: "high", tags: ["group", "quote"] }),
      note(
        "7d 11:40",
        "noah",
        "Asked Captain Ames about the Mercy and the Alice for the 10th and 11th. She answers by Monday.",
      ),
      say(
        "4d 09:05",
        "noah",
        "Both schooners are free on the 10th. I'll send a quote with lunch at the Wharf House today.",
      ),
      ask("4d 09:22", "Excellent. We'd need an invoice with our VAT number on it, if you can."),
      note("4d 09:30", "maya", "Fine with me. Use the group rate, and add the shuttle."),
      set("4d 09:31", "maya", { status: "pending" }),
    ],
  },
  {
    who: "julia",
    subject: "Is the hike all right for kids?",
    turns: [
      ask("5d 16:14", "Our children are 7 and 10. Would they manage the forest hike?"),
      say(
        "5d 16:30",
        "priya",
        "Five miles with 600 feet of climbing, at an easy pace. Seven-year-olds who like walking do fine, and the lodge packs smaller lunches for them.",
      ),
      ask("5d 16:38", "Then we come, all four of us."),
      set("5d 16:50", "priya", { status: "resolved" }),
    ],
  },
  {
    who: "chiara",
    subject: "Vegetarian lunch on the hike",
    turns: [
      ask("3d 12:21", "Ciao, one of us is vegetarian and one can't have nuts. Can the kitchen do that?"),
      say(
        "3d 12:40",
        "priya",
        "Ciao Chiara! Both are easy. I have told the kitchen; there will be a box with your name.",
      ),
      note("3d 12:42", "priya", "Told Rosa: 1 vegetarian, 1 without nuts."),
      ask("3d 12:44", "Grazie mille!"),
      set("3d 12:50", "priya", { assignee: "priya", status: "pending" }),
    ],
  },
  {
    who: "daniel",
    subject: "Moving our sailing trip",
    turns: [
      ask("1d 10:05", "A friend is ill. Could we move our sailing trip by a week?"),
      say(
        "1d 10:22",
        "noah",
        "Sorry to hear that. Of course: you can do it yourself with the link in your confirmation, or I do it for you.",
      ),
      ask("1d 10:31", "Could you? Same time, one week later."),
      set("1d 10:33", "noah", { assignee: "noah" }),
      say("1d 10:40", "noah", "Done. You have a new confirmation in your mail. Give our best wishes to your friend."),
    ],
  },
  {
    who: "grace",
    subject: "Dogs on the sailing trip?",
    turns: [
      ask("1d 18:40", "Is our small, seaworthy dog welcome on board?"),
      say("1d 18:52", "priya", "Pepper, the ship's terrier, insists on it. We have a life vest in size S."),
      ask("1d 18:55", "Ha! One more thing: can we board at the other pier?"),
    ],
  },
  {
    who: "kenji",
    subject: "Photos from our tour",
    turns: [
      ask("150m", "Our guide took pictures at the turn. Where do we find them?"),
      say("131m", "noah", "She uploads them tonight, and you get a link by mail. Did you enjoy it?"),
      ask("124m", "It was the best morning of our trip. The coffee too!"),
    ],
  },
  {
    who: "lucy",
    subject: "Helmets for children",
    turns: [ask("38m", "Do you have bike helmets for a four-year-old, and a seat?")],
  },
  {
    who: "farid",
    subject: "Is the tour on tomorrow?",
    turns: [
      ask("19m", "The forecast says fog for tomorrow morning. Do you still go out?"),
      ask("17m", "We would drive up from Boston, so we'd like to know tonight."),
    ],
  },
];
