/** What a `User-Agent` says, in words for people. Never a basis for a decision. */
export interface Agent {
  device: "desktop" | "mobile" | "tablet" | "other";
  browser: string;
  os: string;
}

/** The first that fits counts: browsers name their ancestors too. */
const browsers: [name: string, version: RegExp][] = [
  ["Edge", /\b(?:Edg|EdgA|EdgiOS|Edge)\/(\d+)/],
  ["Opera", /\b(?:OPR|Opera)\/(\d+)/],
  ["Samsung Internet", /\bSamsungBrowser\/(\d+)/],
  ["Vivaldi", /\bVivaldi\/(\d+)/],
  ["Firefox", /\b(?:Firefox|FxiOS)\/(\d+)/],
  ["Chrome", /\b(?:Chrome|CriOS|HeadlessChrome)\/(\d+)/],
  ["Safari", /\bVersion\/(\d+)[\d.]* (?:Mobile\/\w+ )?Safari\//],
  ["curl", /^curl\/(\d+)/],
  ["Node.js", /^(?:node|undici)\b(?:\/(\d+))?/i],
];

const systems: [name: string, version: RegExp][] = [
  ["iOS", /\b(?:iPhone|iPod).*? OS (\d+)/],
  ["iPadOS", /\biPad.*? OS (\d+)/],
  ["Android", /\bAndroid (\d+)/],
  ["ChromeOS", /\bCrOS\b/],
  ["Windows", /\bWindows NT\b/],
  ["macOS", /\bMac OS X\b/],
  ["Linux", /\bLinux\b/],
];

export function parseAgent(text: string): Agent {
  const os = named(systems, text);
  return { device: deviceOf(text, os), browser: named(browsers, text), os };
}

function named(list: [string, RegExp][], text: string): string {
  for (const [name, pattern] of list) {
    const match = pattern.exec(text);
    if (match) return match[1] ? `${name} ${match[1]}` : name;
  }
  return "Unknown";
}

function deviceOf(text: string, os: string): Agent["device"] {
  if (os.startsWith("iPadOS") || /\bTablet\b/.test(text)) return "tablet";
  // Android tablets leave out the word Mobile.
  if (os.startsWith("Android")) return /\bMobile\b/.test(text) ? "mobile" : "tablet";
  if (os.startsWith("iOS")) return "mobile";
  return os === "Unknown" ? "other" : "desktop";
}
