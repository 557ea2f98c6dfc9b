/** Something the palette can do. */
export interface Command {
  id: string;
  label: string;
  detail?: string | undefined;
  icon: string;
  group: string;
  run(): void;
}

/** How well words fit: every word must start a word of the label (2) or stand within it (1); 0 when one does not. */
export function fit(label: string, words: readonly string[]): number {
  const parts = label.toLocaleLowerCase().split(/[\s,·-]+/);
  const scores = words.map((word) =>
    parts.some((part) => part.startsWith(word)) ? 2 : label.toLocaleLowerCase().includes(word) ? 1 : 0,
  );
  return scores.includes(0) ? 0 : scores.reduce<number>((sum, score) => sum + score, 1);
}

/** The commands that fit what was typed, best first; all of them when nothing was. Groups stay together. */
export function rank(commands: readonly Command[], text: string): Command[] {
  const words = text.trim().toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) return [...commands];
  const fitting = commands.map((command) => ({ command, score: fit(command.label, words) })).filter((one) => one.score);
  const best = Map.groupBy(fitting, ({ command }) => command.group);
  return [...best.values()]
    .sort((a, b) => Math.max(...b.map((one) => one.score)) - Math.max(...a.map((one) => one.score)))
    .flatMap((group) => group.sort((a, b) => b.score - a.score).map((one) => one.command));
}
