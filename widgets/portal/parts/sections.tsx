import { href } from "../router.ts";

export interface SectionsProps {
  label: string;
  sections: readonly { to: string; label: string }[];
  /** The `to` of the one shown. */
  current: string;
}

/** The parts of a page that has several, each with an address of its own. */
export function Sections({ label, sections, current }: SectionsProps) {
  return (
    <nav class="p-sections" aria-label={label}>
      {sections.map((section) => (
        <a key={section.to} href={href(section.to)} aria-current={section.to === current ? "page" : undefined}>
          {section.label}
        </a>
      ))}
    </nav>
  );
}
