export interface Cell {
  key: string;
  label: string;
  value: number;
  text: string;
}

export interface HeatStripProps {
  label: string;
  cells: readonly Cell[];
  /** Pixels that a cell needs at least; where they do not fit in one line, they go on in the next. */
  least: number;
}

/** Values in their own order, told and shaded: the more, the fuller. */
export function HeatStrip({ label, cells, least }: HeatStripProps) {
  const most = Math.max(...cells.map(({ value }) => value), 0);
  return (
    <ol class="p-heat" aria-label={label} style={{ gridTemplateColumns: `repeat(auto-fit, minmax(${least}px, 1fr))` }}>
      {cells.map(({ key, label, value, text }) => (
        <li key={key} style={{ "--p-heat": `${most > 0 ? Math.round((value / most) * 45) : 0}%` }}>
          <span>{label}</span>
          <strong class="f-tabular">{text}</strong>
        </li>
      ))}
    </ol>
  );
}
