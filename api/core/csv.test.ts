import { expect, test } from "vitest";
import { csv } from "./csv.ts";

test("what begins like a formula becomes a text, and a number stays one", () => {
  const cells = ["=1+1", "+1 207", "-5.00", "-2+3", "@sum", "\tx", "\rx", "a=b"];
  expect(
    csv(
      ["a"],
      cells.map((cell) => [cell]),
    ),
  ).toBe(`a\r\n'=1+1\r\n'+1 207\r\n-5.00\r\n'-2+3\r\n'@sum\r\n'\tx\r\n"'\rx"\r\na=b\r\n`);
});
