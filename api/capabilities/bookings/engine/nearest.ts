/** Up to `count` slots other than the wanted start, nearest first; of two equally near the earlier one first. */
export function nearest<S extends { start: number }>(
  days: readonly { slots: readonly S[] }[],
  wanted: number,
  count: number,
): S[] {
  // Flat days are sorted but for a clock set back over midnight, which the sort puts right.
  const slots = days.flatMap((day) => day.slots).sort((a, b) => a.start - b.start);
  let later = slots.findIndex((slot) => slot.start >= wanted);
  if (later < 0) later = slots.length;
  let earlier = later - 1;
  if (slots[later]?.start === wanted) later++;
  const found: S[] = [];
  while (found.length < count && (earlier >= 0 || later < slots.length)) {
    const back = earlier >= 0 ? wanted - slots[earlier]!.start : Infinity;
    const ahead = later < slots.length ? slots[later]!.start - wanted : Infinity;
    found.push(back <= ahead ? slots[earlier--]! : slots[later++]!);
  }
  return found;
}
