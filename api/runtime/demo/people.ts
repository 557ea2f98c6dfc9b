/** Somebody who books, chats or asks. Those who come `online` use the widgets; the others call. */
export interface Customer {
  name: string;
  email: string;
  phone?: string;
  online: boolean;
}

const online = (name: string, phone?: string): Customer => ({ ...person(name, phone), online: true });
const caller = (name: string, phone: string): Customer => ({ ...person(name, phone), online: false });

function person(name: string, phone?: string) {
  const plain = name.normalize("NFD").replaceAll(/[\u0300-\u036f']/g, "");
  const email = `${plain.toLowerCase().replaceAll(" ", ".")}@example.com`;
  return { name, email, ...(phone ? { phone } : {}) };
}

export const customers = {
  amelia: online("Amelia Thornton", "+1 207 555 0142"),
  ben: online("Ben Castellano", "+1 617 555 0119"),
  chiara: online("Chiara Rossi"),
  daniel: online("Daniel Okafor", "+1 646 555 0173"),
  emily: online("Emily Zhang", "+1 415 555 0128"),
  farid: online("Farid Haddad"),
  grace: online("Grace Kowalski", "+1 207 555 0166"),
  hannah: online("Hannah Lindgren", "+1 775 555 0104"),
  isaac: online("Isaac Mbeki"),
  julia: online("Julia Fernández", "+1 530 555 0151"),
  kenji: online("Kenji Nakamura"),
  lucy: online("Lucy O'Brien", "+1 508 555 0187"),
  mateo: online("Mateo Alvarez", "+1 916 555 0135"),
  nora: online("Nora Bergström"),
  oliver: online("Oliver Whitfield", "+1 212 555 0190"),
  ruth: caller("Ruth Abernathy", "+1 207 555 0111"),
  sam: caller("Samuel Price", "+1 603 555 0162"),
  tessa: caller("Tessa Holloway", "+1 207 555 0139"),
  victor: caller("Victor Lemaire", "+1 530 555 0120"),
  wanda: caller("Wanda Pacheco", "+1 775 555 0177"),
} satisfies Record<string, Customer>;

export type CustomerName = keyof typeof customers;

/** Staff besides the owner. Who `starts` has signed in already; the others still have their invitation. */
export const staff = {
  noah: { name: "Noah Becker", email: "noah@harborandpine.example", role: "team_lead", starts: true },
  priya: { name: "Priya Raman", email: "priya@harborandpine.example", role: "user", starts: true },
  tomas: { name: "Tomás Ortega", email: "tomas@harborandpine.example", role: "developer", starts: false },
} as const;

/** Who of the house says or does something in the story. */
export type StaffName = "maya" | "noah" | "priya";
