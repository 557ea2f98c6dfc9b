import type { Choice, Slot } from "./bookings.ts";
import type { Call } from "./caller.ts";
import { venues } from "./catalogue.ts";
import { dateAfter } from "./moment.ts";
import { type DemoResource, resourcesIn } from "./resources.ts";

interface Offer {
  days: { slots: { starts_at: string; ends_at: string; vacancies: number }[] }[];
}

/** Every way to book each resource, with what is offered from the day `first` to the day `last`, counted from today. */
export async function choicesOf(
  call: Call,
  ids: { resources: readonly string[]; venues: readonly string[] },
  year: number,
  now: number,
  [first, last]: readonly [number, number],
): Promise<Map<DemoResource["image"], Choice[]>> {
  const entries = resourcesIn(year).map(async (resource, position) => {
    const choices = resource.products.map(async (product): Promise<Choice> => {
      const { input } = resource;
      const zone = venues[product.venue ?? resource.venue]!.time_zone;
      const what = {
        resource_id: ids.resources[position]!,
        ...(product.venue === undefined ? {} : { venue_id: ids.venues[product.venue]! }),
        ...(product.variant_id ? { variant_id: product.variant_id } : {}),
      };
      const asked = new URLSearchParams({ ...what, ...(product.length ? { length: String(product.length) } : {}) });
      const offered = async (from: number, to: number) => {
        const dates = `&from=${dateAfter(now, zone, from)}&to=${dateAfter(now, zone, to)}`;
        return (await call<Offer>("GET", `/availability?${asked}${dates}`)).days;
      };
      const days = (await Promise.all([offered(first, 0), offered(1, last)])).flat();
      return {
        ...what,
        zone,
        weight: product.weight,
        lead_minutes: input.lead_minutes,
        max_party: input.max_party ?? input.capacity,
        private: input.sharing === "private",
        requires_approval: input.requires_approval ?? false,
        notice_hours: input.cancellation_hours ?? 12,
        guest_categories: input.guest_categories ?? [],
        add_ons: input.add_ons ?? [],
        questions: (input.questions ?? []).flatMap(({ id, per, options = [] }) =>
          per === "guest" ? [{ id, options }] : [],
        ),
        days: new Map(days.map(({ slots }, index) => [first + index, slots.map(slotOf)])),
      };
    });
    return [resource.image, await Promise.all(choices)] as const;
  });
  return new Map(await Promise.all(entries));
}

const slotOf = ({ starts_at, ends_at, vacancies }: Offer["days"][number]["slots"][number]): Slot => ({
  from: Date.parse(starts_at),
  to: Date.parse(ends_at),
  places: vacancies,
});
