import { createClient, type FoyerEvent } from "@foyer/sdk";

/** What every runtime must be able to do: read a list over a retry, give up in time, follow events over a cut line. */
export async function probe(baseUrl: string) {
  const foyer = createClient({ baseUrl, key: "fy_pk_test" });
  const items: string[] = [];
  for await (const { id } of foyer.tickets.list()) items.push(id);
  const late = await foyer.tickets.retrieve("late", { timeout: 50, maxRetries: 0 }).then(
    () => "in time",
    (error: Error) => error.name,
  );
  const response = await foyer.tickets.create({ subject: "s", description: "d" }).asResponse();
  const events = await new Promise<number[]>((resolve) => {
    const seen: number[] = [];
    const onEvent = ({ seq }: FoyerEvent) => {
      if (seen.push(seq) < 3) return;
      connection.close();
      resolve(seen);
    };
    const connection = foyer.live({ after: 0, onEvent });
  });
  return { items, late, created: await response.json(), events };
}
