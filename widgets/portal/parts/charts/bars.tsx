export interface Bar {
  key: string;
  label: string;
  /** What its length stands for. */
  value: number;
  /** The value as people read it. */
  text: string;
  href?: string | undefined;
}

export interface BarsProps {
  label: string;
  bars: readonly Bar[];
  /** The value of a bar over the whole width; the greatest when left out. */
  full?: number;
}

/** Values side by side, each named and told at its bar; whoever draws it puts them in their order. */
export function Bars({ label, bars, full }: BarsProps) {
  const most = full ?? Math.max(...bars.map(({ value }) => value), 0);
  return (
    <ol class="p-bars" aria-label={label}>
      {bars.map(({ key, label, value, text, href }) => (
        <li key={key}>
          <span class="p-bars-text">
            {href ? (
              <a class="p-ellipsis" href={href}>
                {label}
              </a>
            ) : (
              <span class="p-ellipsis">{label}</span>
            )}
            <strong class="f-tabular">{text}</strong>
          </span>
          <svg class="p-bar-line" aria-hidden="true">
            <rect class="p-bar-track" width="100%" height="8" rx="4" />
            {value > 0 && most > 0 && (
              <rect class="p-bar-fill" width={`${Math.min(100, (value / most) * 100)}%`} height="8" rx="4" />
            )}
          </svg>
        </li>
      ))}
    </ol>
  );
}
