import { css } from "../../../kit/index.ts";
import type { PageProps } from "../../pages.ts";
import { Audit } from "./audit.tsx";
import { EventLog } from "./events.tsx";
import { Keys } from "./keys.tsx";
import styles from "./page.css";
import { Webhooks } from "./webhooks.tsx";
import { WidgetCode } from "./widgets.tsx";

css(styles);

export default function DevelopersPage({ rest: [section, id, part] }: PageProps) {
  switch (section) {
    case "webhooks":
      return <Webhooks id={id} delivery={part} />;
    case "events":
      return <EventLog id={id} />;
    case "widgets":
      return <WidgetCode />;
    case "audit":
      return <Audit id={id} />;
    default:
      return <Keys id={id} />;
  }
}
