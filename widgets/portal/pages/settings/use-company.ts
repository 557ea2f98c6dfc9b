import { useState } from "preact/hooks";
import type { Company, CompanyPatch } from "../../../../sdk/index.ts";
import { fieldErrors } from "../../data/explain.ts";
import { useAction, useQuery } from "../../data/hooks.ts";
import { outdated } from "../../data/outdated.ts";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import { en } from "./strings.ts";

/** The company's settings, and what of a form over them is not saved yet. */
export function useCompany<D extends object>(
  draftOf: (company: Company) => D,
  patchOf: (draft: D) => Record<string, unknown>,
  wrongIn: (draft: D) => Record<string, string>,
) {
  const { t } = useStrings(en);
  const { foyer, can, toasts, cache } = usePortal();
  const query = useQuery(["company"], (one) => one.company.retrieve(), { on: ["company."] });
  const [typed, setTyped] = useState<Partial<D>>({});
  const [refused, setRefused] = useState<Record<string, string>>({});
  const [checked, setChecked] = useState(false);
  const company = query.data;
  const start = company && draftOf(company);
  const draft = start && { ...start, ...typed };
  const wrong = draft ? wrongIn(draft) : {};
  const save = useAction(
    async () => {
      setChecked(true);
      setRefused({});
      if (!company || !start || !draft || Object.keys(wrong).length) return;
      const before = patchOf(start);
      const changes = Object.fromEntries(
        Object.entries(patchOf(draft)).filter(
          ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]),
        ),
      );
      query.put(await foyer.company.update({ ...(changes as CompanyPatch), version: company.version }));
      cache.hear({ type: "company.updated" });
      setTyped({});
      toasts.show(t("saved"));
    },
    {
      onError: (error) => {
        if (outdated(error)) {
          query.reload();
          toasts.show(t("outdated"), { milliseconds: 10_000 });
          return true;
        }
        const found = fieldErrors(error);
        setRefused(found);
        return Object.keys(found).length > 0;
      },
    },
  );
  return {
    query,
    draft,
    changed: JSON.stringify(draft) !== JSON.stringify(start),
    messages: { ...(checked ? wrong : {}), ...refused } as Record<string, string | undefined>,
    change(patch: Partial<D>) {
      setTyped((all) => ({ ...all, ...patch }));
      setRefused({});
    },
    discard: () => setTyped({}),
    save,
    write: can("company:write"),
  };
}
