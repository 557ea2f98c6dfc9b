import { expect, test } from "vitest";
import { parseAgent } from "./agent.ts";

const webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";

test.each([
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0`,
    "desktop",
    "Edge 131",
    "Windows",
  ],
  [`Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0`, "desktop", "Firefox 132", "Linux"],
  [
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15`,
    "desktop",
    "Safari 18",
    "macOS",
  ],
  [
    `Mozilla/5.0 (Linux; Android 14; Pixel 8) ${webkit} Chrome/130.0.0.0 Mobile Safari/537.36`,
    "mobile",
    "Chrome 130",
    "Android 14",
  ],
  [
    `Mozilla/5.0 (Linux; Android 13; SM-X700) ${webkit} SamsungBrowser/25.0 Chrome/121.0.0.0 Safari/537.36`,
    "tablet",
    "Samsung Internet 25",
    "Android 13",
  ],
  [
    `Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/126.0 Mobile/15E148 Safari/604.1`,
    "tablet",
    "Chrome 126",
    "iPadOS 17",
  ],
  ["node", "other", "Node.js", "Unknown"],
  ["", "other", "Unknown", "Unknown"],
])("an agent string in words: %s", (text, device, browser, os) => {
  expect(parseAgent(text)).toEqual({ device, browser, os });
});
