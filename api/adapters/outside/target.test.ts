import { expect, test } from "vitest";
import { readTarget, sendableHeaders } from "./target.ts";

const read = (url: string, options = {}) => {
  const target = readTarget(url, options);
  return "failure" in target ? target.failure : target.host;
};

test.each([
  ...["https://127.0.0.1/", "https://0x7f.1/", "https://2130706433/", "https://0177.0.0.1/", "https://127.0.0.1./"],
  ...["https://１２７.０.０.１/", "https://①②⑦.0.0.1/", "https://[::1]/", "https://[::ffff:10.0.0.1]/"],
  ...[
    "https://LOCALHOST/",
    "https://localhost./",
    "https://ｌｏｃａｌｈｏｓｔ/",
    "https://foo.local/",
    "https://db:8443/",
  ],
  ...["https://169.254.169.254/latest/meta-data/", "https://metadata.google.internal/", "https://0/"],
])("%s is not allowed", (url) => expect(read(url)).toBe("address_not_allowed"));

test.each([
  ...["", "example.com", "/hooks", "ftp://example.com/", "file:///etc/passwd", "javascript:alert(1)", "data:,x"],
  ...["http://example.com/", "https://user@example.com/", "https://user:pw@example.com/", "https://:pw@example.com/"],
  ...["https://example.com:22/", "https://example.com:25/", "https://example.com:0/", "https://example.com:6667/"],
  ...["https://example.com:99999/", "https://[fe80::1%25eth0]/", "https://exa mple.com/", "https://1.2.3.4.5/"],
  `https://example.com/${"a".repeat(2048)}`,
])("%j is no valid address", (url) => expect(read(url)).toBe("invalid_url"));

test.each([
  ["https://example.com/hook?a=1", "example.com"],
  ["https://EXAMPLE.com.:8443/", "example.com"],
  ["https://bücher.example/", "xn--bcher-kva.example"],
  ["https://8.8.8.8/", "8.8.8.8"],
  ["https://[2606:4700:4700::1111]/", "2606:4700:4700::1111"],
])("%s goes to %s", (url, host) => expect(read(url)).toBe(host));

test("a fragment never leaves", () => {
  expect(readTarget("https://example.com/a#secret", {})).toMatchObject({ url: new URL("https://example.com/a") });
});

test("http and private hosts are there when they are asked for, and only then", () => {
  const options = { http: true, allow: (host: string) => host === "127.0.0.1" };
  expect(read("http://127.0.0.1:9000/", options)).toBe("127.0.0.1");
  expect(read("http://0x7f.1:9000/", options)).toBe("127.0.0.1");
  expect(read("http://127.0.0.2:9000/", options)).toBe("address_not_allowed");
  expect(read("http://127.0.0.1:22/", options)).toBe("invalid_url");
});

test("headers that frame the message are ours", () => {
  const headers = { Host: "internal", "Content-Length": "1", "transfer-encoding": "chunked", "x-mine": "yes" };
  expect(sendableHeaders(headers)).toEqual({ "x-mine": "yes" });
});
