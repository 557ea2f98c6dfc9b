/** Names that belong to the platform, or that people would take for it. */
const reserved = new Set(
  `about abuse account accounts admin api app apps assets auth autoconfig autodiscover billing blog booking
  cdn chat console control dashboard demo dev developer developers docs domains download email embed events
  foyer ftp git help home hostmaster imap info internal legal live localhost login mail mailbox marketing media
  monitoring news noreply ns1 ns2 null office operator ops owner partner partners payments platform pop portal
  postmaster privacy production public root sales sandbox sdk secure security signin signup smtp ssl staff staging
  static status store support system team terms test testing tickets undefined webhooks webmaster widget widgets
  www`.split(/\s+/),
);

/** What is wrong with a subdomain, as a sentence; `undefined` when nothing is. Says nothing about who has it. */
export function subdomainProblem(text: string): string | undefined {
  if (!/^[a-z0-9-]{3,63}$/.test(text)) return "Between 3 and 63 characters: a to z, 0 to 9 and hyphens.";
  if (text.startsWith("-") || text.endsWith("-")) return "A hyphen stands between other characters.";
  // RFC 5891, section 4.2.3.1: hyphens there mark encoded names, which look like others to people.
  if (text.slice(2, 4) === "--") return "The third and fourth character may not both be hyphens.";
  if (reserved.has(text)) return "This name is reserved.";
  return undefined;
}
