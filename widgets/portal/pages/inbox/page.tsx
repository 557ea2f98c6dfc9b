import * as icons from "../../../kit/icons.ts";
import { css, Empty } from "../../../kit/index.ts";
import type { PageProps } from "../../pages.ts";
import threadStyles from "../../parts/thread.css";
import { Wall } from "../../shell/current-page.tsx";
import { useStrings } from "../../strings/use.ts";
import { Conversation } from "./conversation.tsx";
import { ConversationList } from "./list.tsx";
import styles from "./page.css";
import { en } from "./strings.ts";

css(threadStyles + styles);

/** Three columns: conversations, the open one, and whom it is with. */
export default function InboxPage({ rest: [id] }: PageProps) {
  const { t } = useStrings(en);
  return (
    <div class={`p-inbox${id ? " p-inbox-open" : ""}`}>
      <ConversationList open={id} />
      {id ? (
        <Wall key={id} title={t("title")}>
          <Conversation id={id} />
        </Wall>
      ) : (
        <div class="p-inbox-none">
          <Empty icon={icons.inbox} title={t("pick")} text={t("pickText")} />
        </div>
      )}
    </div>
  );
}
