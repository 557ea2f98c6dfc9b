/** Red, green, blue from 0 to 1 in sRGB. */
export type Rgb = readonly [number, number, number];

/** Reads `rgb(…)` (0 to 255) and `color(srgb …)` (0 to 1), the two ways browsers serialise a resolved sRGB colour. */
export function toRgb(text: string): Rgb | undefined {
  const numbers = text.match(/-?[\d.]+(e-?\d+)?/g)?.map(Number);
  if (!numbers || numbers.length < 3) return undefined;
  const scale = text.startsWith("rgb") ? 255 : 1;
  const [r = 0, g = 0, b = 0] = numbers.map((value) => Math.min(1, Math.max(0, value / scale)));
  return [r, g, b];
}

/** Relative luminance, WCAG 2.2. */
function luminance(color: Rgb): number {
  const [r = 0, g = 0, b = 0] = color.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio from 1 to 21, WCAG 2.2. */
export function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const hex = (color: Rgb) =>
  `#${color
    .map((c) =>
      Math.round(c * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;

/** White where it reaches 4.5:1 on the fill, else black, which then always does. */
export function textOn(fill: Rgb): string {
  return contrast(fill, [1, 1, 1]) >= 4.5 ? "#ffffff" : "#000000";
}

/** The colour itself, or the nearest mix with black or white that reaches 6:1 on the surface, so that 4.5:1 is left on a tint of itself. */
export function readableOn(color: Rgb, surface: Rgb): string {
  const goal = luminance(surface) > 0.18 ? 0 : 1;
  for (let share = 0; share < 1; share += 0.04) {
    const [r, g, b] = color;
    const mixed: Rgb = [r + (goal - r) * share, g + (goal - g) * share, b + (goal - b) * share];
    if (contrast(mixed, surface) >= 6) return hex(mixed);
  }
  return goal ? "#ffffff" : "#000000";
}
