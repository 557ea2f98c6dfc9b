import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAddress, isLocalName, isPublicAddress } from "./address.ts";

/** The first and last address of every IPv4 range that is not public, and their public neighbours. */
const ipv4Edges = {
  private: [
    ...["0.0.0.0", "0.255.255.255", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.127.255.255"],
    ...["127.0.0.1", "127.255.255.255", "168.63.129.16", "169.254.0.0", "169.254.169.254", "169.254.255.255"],
    ...["172.16.0.0", "172.31.255.255", "192.0.0.0", "192.0.0.192", "192.0.0.255", "192.0.2.1", "192.88.99.1"],
    ...["192.168.0.0", "192.168.255.255", "198.18.0.0", "198.19.255.255", "198.51.100.7", "203.0.113.9"],
    ...["224.0.0.0", "239.255.255.255", "240.0.0.0", "255.255.255.255", "100.100.100.200"],
  ],
  public: [
    ...["1.0.0.0", "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0"],
    ...["126.255.255.255", "128.0.0.0", "168.63.129.15", "168.63.129.17", "169.253.255.255", "169.255.0.0"],
    ...["172.15.255.255", "172.32.0.0", "192.0.1.0", "192.0.3.0", "192.167.255.255", "192.169.0.0"],
    ...["198.17.255.255", "198.20.0.0", "223.255.255.255"],
  ],
};

describe("IPv4", () => {
  test.each(ipv4Edges.private)("%s is not public", (address) => expect(isPublicAddress(address)).toBe(false));
  test.each(ipv4Edges.public)("%s is public", (address) => expect(isPublicAddress(address)).toBe(true));

  test.each([
    ...["2130706433", "0x7f000001", "0X7F.0.0.1", "0177.0.0.1", "017700000001", "127.1", "127.0.1", "0x7f.1"],
    ...["0", "0x", "00", "127.0.0.1.", "10.1", "0xa9fea9fe", "2852039166", "0251.0376.0251.0376", "192.168.257"],
  ])("%s, an odd spelling of a private address, is seen through", (address) => {
    expect(isAddress(address)).toBe(true);
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each(["134744072", "0x08080808", "010.8.8.8", "8.8.2056", "0x8.8.8.8"])("%s spells a public one", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test.each(["4294967296", "256.1.1.1", "1.2.3.4.5", "1.2.3.256", "08.1.1.1", "1..2.3", "", "0x1g", "-1", "1.2.3.4x"])(
    "%j is no address, and so not public",
    (text) => {
      expect(isAddress(text)).toBe(false);
      expect(isPublicAddress(text)).toBe(false);
    },
  );

  test("decimal, octal and hexadecimal spellings agree with the dotted one", () => {
    fc.assert(
      fc.property(fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)), (bytes) => {
        const expected = isPublicAddress(bytes.join("."));
        const whole = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
        const spellings = [
          String(whole),
          `0x${whole.toString(16)}`,
          `0${whole.toString(8)}`,
          bytes.map((byte) => `0x${byte.toString(16)}`).join("."),
          bytes.map((byte) => `0${byte.toString(8)}`).join("."),
          `::ffff:${bytes.join(".")}`,
          `64:ff9b::${bytes.join(".")}`,
        ];
        for (const spelling of spellings) expect([spelling, isPublicAddress(spelling)]).toEqual([spelling, expected]);
      }),
    );
  });
});

describe("IPv6", () => {
  test.each([
    ...["::", "::1", "0:0:0:0:0:0:0:1", "fe80::1", "fe80::1%eth0", "febf::1", "fec0::1", "fc00::1", "fd00:ec2::254"],
    ...["fdff::1", "ff02::1", "ff0e::1", "100::1", "2001::1", "2001:db8::1", "2001:10::1", "3fff::1", "5f00::1"],
    ...["::ffff:127.0.0.1", "::FFFF:7f00:1", "::ffff:0:10.0.0.1", "::127.0.0.1", "::8.8.8.8"],
    ...["64:ff9b::127.0.0.1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::8.8.8.8", "2002:7f00:1::", "2002:c0a8:101::1"],
    ...["2a00::5efe:10.0.0.1", "2a00::200:5efe:192.168.0.1", "::1%0", "4000::1"],
  ])("%s is not public", (address) => {
    expect(isAddress(address)).toBe(true);
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each([
    ...["2606:4700:4700::1111", "2a00:1450:4001:81b::200e", "2001:4860:4860::8888", "2001:200::1"],
    ...["::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1", "2a00::5efe:8.8.8.8"],
  ])("%s is public", (address) => expect(isPublicAddress(address)).toBe(true));

  test.each(["1::2::3", "1:2:3", "1:2:3:4:5:6:7:8:9", "12345::", "g::", "::1.2.3.256", ":", "1:::2", "[::1]"])(
    "%s is no address, and so not public",
    (text) => {
      expect(isAddress(text)).toBe(false);
      expect(isPublicAddress(text)).toBe(false);
    },
  );
});

test.each([
  ...["localhost", "LOCALHOST", "localhost.", "localhost..", "a.localhost", "printer.local", "api.internal"],
  ...["metadata.google.internal", "metadata.google.internal.", "postgres", "router.lan", "nas.home.arpa", "a..com", ""],
])("%j is a local name", (name) => expect(isLocalName(name)).toBe(true));

test.each(["example.com", "example.com.", "local.example.com", "xn--bcher-kva.example", "internal.dev"])(
  "%s is not a local name",
  (name) => expect(isLocalName(name)).toBe(false),
);
