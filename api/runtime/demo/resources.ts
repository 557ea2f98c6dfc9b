import type { PoolName } from "./catalogue.ts";
import { bike, kayakTour, sailing, seaKayak } from "./harbor.ts";
import { cabinIn, hikeIn, massage, meetingRoom } from "./lodge.ts";

/** A way in which the story books a resource; `weight` is how often. `venue` is a position in `venues`. */
interface Product {
  weight: number;
  variant_id?: string;
  venue?: number;
  /** In hours or nights, where the length is not fixed. */
  length?: number;
}

/** A resource as it is sent, but for what is known only once other things are there. */
export interface DemoResource {
  /** Its home: a position in `venues`. */
  venue: number;
  also?: { venue: number; capacity: number };
  /** Its picture on the demo site. */
  image: string;
  products: readonly Product[];
  needs?: { pool: PoolName; count: number; per: number };
  input: {
    name: string;
    capacity: number;
    price: number;
    lead_minutes: number;
    max_party?: number;
    sharing?: "shared" | "private";
    cancellation_hours?: number;
    requires_approval?: boolean;
    guest_categories?: readonly { id: string; name: string; price: number; takes_place?: boolean; max?: number }[];
    add_ons?: readonly {
      id: string;
      name: string;
      description?: string;
      price: number;
      per: "booking" | "guest";
      stock?: number;
      max_quantity?: number;
    }[];
    questions?: readonly {
      id: string;
      label: string;
      kind: "text" | "choice";
      per: "booking" | "guest";
      required?: boolean;
      options?: readonly string[];
    }[];
  } & Record<string, unknown>;
}

/** What Harbor & Pine lets, with seasons for a year and the next. */
export const resourcesIn = (year: number): readonly DemoResource[] => [
  kayakTour,
  sailing,
  bike,
  massage,
  hikeIn(year),
  meetingRoom,
  seaKayak,
  cabinIn(year),
];
