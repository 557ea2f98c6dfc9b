/**
 * Which addresses a customer may send us to. Only globally reachable unicast is public; everything in the
 * special-purpose registries (RFC 6890, IANA) is not, nor is an IPv6 address that carries such an IPv4 one.
 */
export function isPublicAddress(address: string): boolean {
  const v4 = parseIPv4(address);
  if (v4) return isPublicIPv4(v4);
  const v6 = parseIPv6(address);
  return v6 !== undefined && isPublicIPv6(v6);
}

/** True for an IPv4 or IPv6 address as it stands in a parsed URL or a DNS answer: no brackets, maybe a zone. */
export function isAddress(host: string): boolean {
  return parseIPv4(host) !== undefined || parseIPv6(host) !== undefined;
}

const localNames = ["localhost", "local", "internal", "localdomain", "intranet", "lan", "home", "corp", "private"];

/** True for names that only mean something on the machine or the network the server stands in. */
export function isLocalName(host: string): boolean {
  const labels = host.toLowerCase().replace(/\.+$/, "").split(".");
  if (labels.length < 2 || labels.includes("")) return true;
  return localNames.includes(labels.at(-1)!) || labels.slice(-2).join(".") === "home.arpa";
}

const blockedIPv4: readonly [network: string, bits: number][] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10], // carrier-grade NAT
  ["127.0.0.0", 8],
  ["168.63.129.16", 32], // the metadata server of Azure sits in a public range
  ["169.254.0.0", 16], // link-local, and the metadata servers of most clouds
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24], // 6to4 relays
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4], // multicast
  ["240.0.0.0", 4], // reserved and broadcast
];

const blockedIPv6: readonly [network: string, bits: number][] = [
  ["2001::", 23], // protocol assignments: Teredo, ORCHID, benchmarking
  ["2001:db8::", 32],
  ["3fff::", 20], // documentation
];

function isPublicIPv4(address: Uint8Array): boolean {
  return !blockedIPv4.some(([network, bits]) => within(address, parseIPv4(network)!, bits));
}

function isPublicIPv6(address: Uint8Array): boolean {
  const inside = (network: string, bits: number) => within(address, parseIPv6(network)!, bits);
  if (inside("::ffff:0:0", 96) || inside("::ffff:0:0:0", 96) || inside("64:ff9b::", 96)) {
    return isPublicIPv4(address.subarray(12));
  }
  if (inside("2002::", 16)) return isPublicIPv4(address.subarray(2, 6));
  // ISATAP (RFC 5214) writes an IPv4 address behind 0:5efe or 200:5efe.
  const isatap = (address[8]! & 0xfd) === 0 && address[9] === 0 && address[10] === 0x5e && address[11] === 0xfe;
  if (isatap && !isPublicIPv4(address.subarray(12))) return false;
  return inside("2000::", 3) && !blockedIPv6.some(([network, bits]) => inside(network, bits));
}

function within(address: Uint8Array, network: Uint8Array, bits: number): boolean {
  for (let index = 0; index * 8 < bits; index++) {
    const mask = (0xff << Math.max(0, 8 - (bits - index * 8))) & 0xff;
    if ((address[index]! & mask) !== (network[index]! & mask)) return false;
  }
  return true;
}

/**
 * Reads what C resolvers read, not only four decimal numbers: `127.1`, `2130706433`, `0177.0.0.1` and `0x7f000001`
 * are all loopback (inet_aton, and the IPv4 parser of the URL standard).
 */
function parseIPv4(text: string): Uint8Array | undefined {
  const parts = text.replace(/\.$/, "").split(".");
  if (parts.length > 4) return undefined;
  const numbers = parts.map(parseNumber);
  const last = numbers.pop();
  if (last === undefined || last >= 256 ** (4 - numbers.length)) return undefined;
  const bytes = new Uint8Array(4);
  for (const [index, number] of numbers.entries()) {
    if (number === undefined || number > 255) return undefined;
    bytes[index] = number;
  }
  for (let index = 3, rest = last; index >= numbers.length; index--, rest = Math.floor(rest / 256)) {
    bytes[index] = rest % 256;
  }
  return bytes;
}

function parseNumber(text: string): number | undefined {
  if (/^0x[0-9a-f]*$/i.test(text)) return Number.parseInt(text.slice(2) || "0", 16);
  if (/^0[0-7]*$/.test(text)) return Number.parseInt(text, 8);
  return /^[1-9][0-9]*$/.test(text) ? Number(text) : undefined;
}

/** RFC 4291 text, with or without a zone (RFC 4007) and with or without a dotted IPv4 tail. */
function parseIPv6(text: string): Uint8Array | undefined {
  let address = text.replace(/%.*$/, "");
  const dotted = /^(.*:)(\d{1,3}(?:\.\d{1,3}){3})$/.exec(address);
  if (dotted) {
    const v4 = parseIPv4(dotted[2]!);
    if (!v4) return undefined;
    address = `${dotted[1]}${((v4[0]! << 8) | v4[1]!).toString(16)}:${((v4[2]! << 8) | v4[3]!).toString(16)}`;
  }
  const halves = address.split("::");
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const given = head!.length + (tail?.length ?? 0);
  if (tail ? given > 7 : given !== 8) return undefined;
  const groups = [...head!, ...Array<string>(8 - given).fill("0"), ...(tail ?? [])];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return Uint8Array.from(
    groups.flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255]),
  );
}
