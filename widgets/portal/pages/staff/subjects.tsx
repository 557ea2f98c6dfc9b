import type { Pool } from "../../../../sdk/index.ts";
import { ManyField } from "../../parts/fields.tsx";
import { useStrings } from "../../strings/use.ts";
import type { Places } from "../bookings/use-places.ts";
import { en } from "./strings.ts";

interface Chosen {
  venue_ids: string[];
  resource_ids: string[];
  unit_ids: string[];
}

interface SubjectsProps {
  value: Chosen;
  onChange(patch: Partial<Chosen>): void;
  places: Places;
  pools: readonly Pool[];
}

/** What is made unavailable: venues, resources, people and things. */
export function Subjects({ value, onChange, places, pools }: SubjectsProps) {
  const { t } = useStrings(en);
  const units = pools.flatMap((pool) => pool.units);
  // A person is the same one in every pool: the first unit stands for all.
  const distinct = units.filter(
    (unit, at) => !unit.member_id || units.findIndex(({ member_id }) => member_id === unit.member_id) === at,
  );
  const options = (of: readonly { id: string; name: string }[]) =>
    of.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <ManyField
        at="/venue_ids"
        label={t("venues")}
        value={value.venue_ids}
        onChange={(venue_ids) => onChange({ venue_ids })}
        options={options(places.venues)}
      />
      <ManyField
        at="/resource_ids"
        label={t("resources")}
        value={value.resource_ids}
        onChange={(resource_ids) => onChange({ resource_ids })}
        options={places.resources
          .filter(({ template }) => !template)
          .map((one) => ({ value: one.id, label: places.labelOf(one) }))}
      />
      {distinct.length > 0 && (
        <ManyField
          at="/unit_ids"
          label={t("unitsOf")}
          value={value.unit_ids}
          onChange={(unit_ids) => onChange({ unit_ids })}
          options={options(distinct)}
        />
      )}
    </>
  );
}
