import { useState } from "preact/hooks";
import { useI18n } from "../../../kit/index.ts";
import { useStrings } from "../../strings/use.ts";
import { nearest, spread, ticks } from "./scale.ts";
import { en } from "./strings.ts";
import { useWidth } from "./use-width.ts";

export interface Point {
  key: string;
  /** As its axis names it. */
  label: string;
  value: number;
}

export interface LineProps {
  label: string;
  points: readonly Point[];
  /** A value as people read it. */
  text(value: number): string;
}

const height = 220;
const top = 24;
const bottom = 28;
const letter = 7.2;

/** How one value went over time: its axis, its highest point named, and whatever point the pointer is at. */
export function Line({ label, points, text }: LineProps) {
  const { t } = useStrings(en);
  const { dir } = useI18n();
  const [box, width] = useWidth<HTMLDivElement>();
  const [at, setAt] = useState<number>();
  const values = points.map(({ value }) => value);
  const marks = ticks(Math.max(...values, 0));
  const most = marks.at(-1) ?? 1;
  const start = Math.max(...marks.map((mark) => text(mark).length)) * letter + 14;
  const across = Math.max(1, width - start - 12);
  const left = dir === "rtl" ? 12 : start;
  const x = (index: number) => {
    const share = points.length < 2 ? 0.5 : index / (points.length - 1);
    return left + (dir === "rtl" ? 1 - share : share) * across;
  };
  const y = (value: number) => top + (1 - value / most) * (height - top - bottom);
  const line = points.map(({ value }, index) => `${x(index)},${y(value)}`).join(" ");
  const peak = values.indexOf(Math.max(...values));
  const shown = at ?? peak;
  const point = points[shown];
  const widest = Math.max(...points.map((one) => one.label.length), 1) * letter + 16;
  const hover = (event: PointerEvent) => {
    const from = (event.currentTarget as Element).getBoundingClientRect().left;
    const along = event.clientX - from - left;
    setAt(nearest(dir === "rtl" ? across - along : along, across, points.length));
  };
  return (
    <div ref={box} class="p-line" style={{ height: `${height}px` }}>
      {width > 0 && (
        <svg
          role="img"
          aria-label={
            point && values[shown] ? `${label}. ${t("point", { label: point.label, value: text(point.value) })}` : label
          }
          width={width}
          height={height}
          onPointerMove={hover}
          onPointerLeave={() => setAt(undefined)}
        >
          {marks.map((mark) => (
            <g key={mark}>
              <line class="p-line-grid" x1={left} x2={left + across} y1={y(mark)} y2={y(mark)} />
              <text
                class="p-line-text"
                x={dir === "rtl" ? width : start - 10}
                y={y(mark) + 4}
                text-anchor={dir === "rtl" ? "start" : "end"}
              >
                {text(mark)}
              </text>
            </g>
          ))}
          {spread(points.length, across / widest).map((index) => (
            <text
              key={index}
              class="p-line-text"
              x={x(index)}
              y={height - 8}
              text-anchor={anchor(x(index), widest, width)}
            >
              {points[index]?.label}
            </text>
          ))}
          <polygon class="p-line-area" points={`${x(0)},${y(0)} ${line} ${x(points.length - 1)},${y(0)}`} />
          <polyline class="p-line-stroke" points={line} />
          {point && (
            <g>
              {at !== undefined && <line class="p-line-at" x1={x(at)} x2={x(at)} y1={top} y2={y(0)} />}
              <circle class="p-line-dot" cx={x(shown)} cy={y(point.value)} r="4" />
              <text
                class="p-line-value"
                x={x(shown)}
                y={Math.max(14, y(point.value) - 10)}
                text-anchor={anchor(x(shown), 170, width)}
              >
                {at === undefined ? text(point.value) : t("point", { label: point.label, value: text(point.value) })}
              </text>
            </g>
          )}
        </svg>
      )}
    </div>
  );
}

/** Where a text hangs so that it stays inside. */
function anchor(x: number, wide: number, width: number): "start" | "middle" | "end" {
  return x < wide / 2 ? "start" : x > width - wide / 2 ? "end" : "middle";
}
