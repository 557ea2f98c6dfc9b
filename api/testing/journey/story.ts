import type { Locator, Page } from "playwright-core";
import type { World } from "./journey.ts";
import { answer, inboxThread, read, reads } from "./staff.ts";
import { until } from "./until.ts";
import {
  agree,
  type Booked,
  bookingOn,
  chatOn,
  chooseResource,
  chooseTime,
  confirm,
  enterDetails,
  guest,
  hears,
  openChat,
  said,
  say,
  seeTicket,
  sendTicket,
  showsPicture,
  textOf,
  ticketOn,
  writeTicket,
} from "./visitor.ts";

const resource = "Electric bike";

/** Where a picture of a widget begins. */
const shown = (widget: Locator) => widget.getByRole("heading").first();

/** A visitor books; staff sees it at once and moves it; the visitor's own page tells the new time. */
export async function bookAndMove({ diary, look, visitor, staff }: World): Promise<Booked> {
  const { page } = visitor;
  await diary.step("the visitor chooses what to book", () => chooseResource(page, resource));
  await look(page, "booking times", shown(bookingOn(page)));
  await diary.step("the visitor takes a time", () => chooseTime(page));
  await look(page, "booking details", shown(bookingOn(page)));
  const booked = await diary.step("the visitor books", async () => {
    await enterDetails(page);
    return confirm(page);
  });
  await look(page, "booking done", shown(bookingOn(page)));

  const list = staff.bookings.page;
  await diary.step("staff sees the booking arrive", async () => {
    const row = list.getByRole("row").filter({ hasText: guest.name }).filter({ hasText: resource });
    await row.waitFor();
    // A tab behind another is drawn seldom, and what is hardly drawn is hard to press.
    await list.bringToFront();
    await row.getByRole("link").click();
    await list.getByRole("region", { name: `Booking ${booked.reference}` }).waitFor();
  });

  const own = await visitor.context.newPage();
  await diary.step("the visitor opens the page of the booking", async () => {
    await own.goto(booked.manageUrl);
    await own.getByRole("heading", { name: "Your booking" }).waitFor();
    await own.getByText(booked.reference).waitFor();
  });

  const time = await diary.step("staff moves the booking", async () => {
    await list.getByRole("button", { name: "Change", exact: true }).click();
    const dialog = list.getByRole("dialog", { name: /^Change the booking/ });
    const others = dialog.getByRole("group", { name: /^Times on/ }).getByRole("button", { pressed: false });
    const other = others.first();
    const chosen = (await textOf(other)).match(/\d{1,2}:\d{2}/)?.[0] ?? "no time";
    await other.click();
    await dialog.getByRole("button", { name: "Save changes" }).click();
    await list.getByText(`Booking ${booked.reference} changed`).waitFor();
    return chosen;
  });
  await diary.step("the visitor's page shows the new time", async () => {
    await own.reload();
    await own.getByText(new RegExp(`^${time}`)).waitFor();
  });
  await own.close();
  return booked;
}

/** Visitor and staff talk, over a line that is cut and a service that falls: nothing lost, nothing twice, in order. */
export async function talk({ diary, look, visitor, staff, service, api }: World): Promise<void> {
  const { page, context } = visitor;
  const inbox = staff.inbox.page;
  const all: string[] = [];
  const together = async () => {
    await hears(page, all);
    await reads(inbox, all);
  };

  await diary.step("the visitor writes and staff sees it arrive", async () => {
    await openChat(page);
    all.push("Hello, is the bike path lit in the evening?");
    await say(page, all[0] ?? "");
    const row = inbox.getByRole("list", { name: "Conversations" }).getByRole("link").filter({ hasText: all[0] });
    await row.filter({ hasText: guest.name }).waitFor();
    await inbox.bringToFront();
    await row.click();
    await inboxThread(inbox).waitFor();
    await together();
  });
  await diary.step("staff answers and the visitor sees it arrive", async () => {
    all.push("It is, all the way to the lighthouse.");
    await answer(inbox, all[1] ?? "");
    await together();
  });
  await look(page, "chat");
  await look(inbox, "portal conversation");

  await diary.step("the visitor's connection drops, both go on writing, and it comes back", async () => {
    await context.setOffline(true);
    const mine = ["Wonderful.", "And is there a lock?"];
    for (const text of mine) await say(page, text);
    await chatOn(page).getByText("No connection.").waitFor();
    const theirs = "There is a lock and a spare battery.";
    await answer(inbox, theirs);
    await reads(inbox, [...all, theirs]);
    if ((await said(page)).includes(theirs)) throw new Error("The visitor was not cut off at all.");
    await context.setOffline(false);
    all.push(theirs, ...mine);
    await together();
  });

  await diary.step("the service falls, both go on writing, and it rises again", async () => {
    await service.fell();
    const mine = ["One more thing:", "do you rent helmets for children?"];
    for (const text of mine) await say(page, text);
    await chatOn(page).getByText("No connection.").waitFor();
    const theirs = "Helmets are included, in all sizes.";
    await answer(inbox, theirs);
    await service.rise();
    await until("both hear all of it", async () => {
      const [one, other] = [await said(page), await read(inbox)];
      return one.length === all.length + 3 && JSON.stringify(one) === JSON.stringify(other);
    });
    // Which side was back first decides the order, which is then the same for both.
    const last = (await said(page)).slice(all.length);
    if (last.filter((text) => text !== theirs).join() !== mine.join() || !last.includes(theirs))
      throw new Error(`After the restart stands ${JSON.stringify(last)}`);
    all.push(...last);
    await together();
  });

  await diary.step("the API tells the same conversation", async () => {
    const conversations = `/conversations?q=${encodeURIComponent(guest.email)}`;
    const { data } = await api<{ data: { id: string }[] }>("GET", conversations);
    if (data.length !== 1) throw new Error(`${guest.email} has ${data.length} conversations`);
    await agree(
      "the API",
      async () => {
        const page = await api<{ data: { seq: number; text: string; kind: string }[] }>(
          "GET",
          `/conversations/${data[0]?.id}/messages?limit=200`,
        );
        return page.data
          .filter(({ kind }) => kind === "text")
          .sort((a, b) => a.seq - b.seq)
          .map(({ text }) => text);
      },
      all,
    );
  });
  await diary.step("after a reload the chat is there again", async () => {
    await page.reload();
    await chatOn(page)
      .getByRole("button", { name: /^Open chat/ })
      .click();
    await chatOn(page)
      .getByRole("button", { name: all.at(-1) ?? "" })
      .waitFor();
  });
  await look(page, "chat home");
  await diary.step("and tells the same", async () => {
    await chatOn(page)
      .getByRole("button", { name: all.at(-1) ?? "" })
      .click();
    await hears(page, all);
    await chatOn(page).getByRole("dialog").getByRole("button", { name: "Close chat" }).click();
  });
}

/** A ticket with a pasted screenshot; staff sees it at once and answers; the visitor sees that at once. */
export async function raise({ diary, look, visitor, staff }: World): Promise<{ trackingUrl: string }> {
  const { page, context } = visitor;
  const list = staff.tickets.page;
  const subject = "The page jumps when I choose a day";
  await diary.step("the visitor describes a problem and pastes a screenshot", () =>
    writeTicket(context, page, { subject, description: "It happens every time. The picture shows it." }),
  );
  await look(page, "ticket form", shown(ticketOn(page)));
  const ticket = await diary.step("the visitor sends the ticket", () => sendTicket(page));
  await look(page, "ticket done", shown(ticketOn(page)));
  await diary.step("the visitor sees it with its screenshot", async () => {
    await seeTicket(page);
    await showsPicture(ticketOn(page));
  });

  const pane = list.getByRole("region", { name: `Ticket ${ticket.number.slice(1)}` });
  await diary.step("staff sees the ticket arrive, with the screenshot", async () => {
    const row = list.getByRole("row").filter({ hasText: ticket.number }).filter({ hasText: guest.name });
    await row.waitFor();
    await list.bringToFront();
    await row.getByRole("link").filter({ hasText: subject }).click();
    await pane.waitFor();
    await showsPicture(pane);
  });

  const replies = ["Thank you for the picture. It is mended.", "It is, thank you."] as const;
  await diary.step("staff answers and the visitor sees it arrive", async () => {
    await answer(list, replies[0]);
    await ticketOn(page).getByText(replies[0]).waitFor();
  });
  await look(page, "ticket thread", shown(ticketOn(page)));
  await look(list, "portal ticket");
  await diary.step("the visitor replies and staff sees it arrive", async () => {
    const widget = ticketOn(page);
    await widget.getByRole("textbox", { name: "Your reply" }).fill(replies[1]);
    await widget.getByRole("button", { name: "Send", exact: true }).click();
    await agree("the portal", () => pane.locator(".p-bubble").allTextContents(), replies);
  });
  await diary.step("the page of the tracking link tells the same", async () => {
    const tracked = await context.newPage();
    await tracked.goto(ticket.trackingUrl);
    await tracked.getByRole("heading", { name: subject }).waitFor();
    const told = (where: Page) => where.locator(".ticket-text").allTextContents();
    for (const where of [page, tracked]) {
      await agree(where.url(), async () => (await told(where)).slice(1), replies);
    }
    await tracked.close();
  });
  return ticket;
}
