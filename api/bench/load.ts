import autocannon from "autocannon";

export interface Target {
  url: string;
  headers?: Record<string, string>;
  body?: string;
}

const seconds = 3;
const connections = 32;

/** Requests a second that a server answers, over loopback, for a few seconds. */
export async function throughput({ url, headers = {}, body }: Target): Promise<number> {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    headers,
    ...(body === undefined ? {} : { method: "POST" as const, body }),
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  return result["2xx"] / result.duration;
}

/** Alternates between two targets, so that what else the machine does falls on both; the middle of each. */
export async function compare(
  ours: Target,
  bare: Target,
  rounds = 3,
): Promise<{ ours: number; bare: number; ratio: number }> {
  const figures = { ours: [] as number[], bare: [] as number[] };
  await throughput(ours);
  await throughput(bare);
  for (let round = 0; round < rounds; round++) {
    figures.ours.push(await throughput(ours));
    figures.bare.push(await throughput(bare));
  }
  const [a, b] = [median(figures.ours), median(figures.bare)];
  return { ours: a, bare: b, ratio: a / b };
}

export function median(values: number[]): number {
  return percentile(values, 0.5);
}

export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
