import { Sections } from "../../parts/sections.tsx";
import { useStrings } from "../../strings/use.ts";
import { en } from "./strings.ts";

/** The bookings there are, and who waits for one. */
export function BookingSections({ current }: { current: "/bookings" | "/waitlist" }) {
  const { t } = useStrings(en);
  const sections = [
    { to: "/bookings", label: t("title") },
    { to: "/waitlist", label: t("waitlist") },
  ];
  return <Sections label={t("title")} sections={sections} current={current} />;
}
