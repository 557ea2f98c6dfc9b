import { Component, type ComponentChildren, type ComponentType } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import * as icons from "../../kit/icons.ts";
import { Button, Empty, ErrorNote, Loading, Skeleton, useI18n, useStore } from "../../kit/index.ts";
import { type PageEntry, type PageProps, pageOf } from "../pages.ts";
import { usePortal } from "../portal.ts";
import { href } from "../router.ts";
import type { en } from "../strings/en.ts";

const loaded = new Map<PageEntry, ComponentType<PageProps>>();

/** The page the address names, loaded on first use, with a wall around it. */
export function CurrentPage() {
  const { t } = useI18n<typeof en>();
  const { router, can, me } = usePortal();
  const { path, query } = useStore(router);
  const { page, rest } = useMemo(() => pageOf(path), [path]);
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);

  useEffect(() => {
    document.title = `${page ? t(page.label) : t("notFound")} · ${me.tenant.name}`;
    // The first page keeps the browser's own focus; later ones say their name to screen readers.
    if (!first.current) main.current?.focus({ preventScroll: true });
    first.current = false;
  }, [page]);

  return (
    <main id="content" class="p-main" ref={main} tabIndex={-1}>
      {!page ? (
        <Empty
          icon={icons.help}
          title={t("notFound")}
          text={t("notFoundText")}
          action={<a href={href("/")}>{t("goHome")}</a>}
        />
      ) : page.permission && !can(page.permission) ? (
        <Empty icon={icons.lock} title={t("forbidden")} text={t("forbiddenText", { page: t(page.label) })} />
      ) : (
        <Wall key={page.path} title={t("pageFailed")}>
          <Lazy page={page} rest={rest} query={query} />
        </Wall>
      )}
    </main>
  );
}

function Lazy({ page, ...props }: PageProps & { page: PageEntry }) {
  const { t } = useI18n<typeof en>();
  const [, arrived] = useState<unknown>();
  const [failed, setFailed] = useState(false);
  const View = loaded.get(page);
  const load = () => {
    setFailed(false);
    page.load().then(
      (module) => {
        loaded.set(page, module.default);
        arrived({});
      },
      () => setFailed(true),
    );
  };
  useEffect(() => {
    if (!View) load();
  }, []);
  if (View) return <View {...props} />;
  // A chunk that is gone means a newer build: only a reload brings pages that fit together.
  if (failed)
    return (
      <Empty
        icon={icons.refresh}
        title={t("newVersion")}
        action={
          <Button variant="primary" onClick={() => location.reload()}>
            {t("reload")}
          </Button>
        }
      />
    );
  return <PageSkeleton />;
}

/** The outline of any page: a title and rows. */
export function PageSkeleton() {
  return (
    <div class="p-page-skeleton">
      <Loading>
        <Skeleton width="180px" height="24px" />
        {Array.from({ length: 8 }, (_, row) => (
          <Skeleton key={row} height="36px" />
        ))}
      </Loading>
    </div>
  );
}

/** Keeps a failure where it happened: around each page and each panel. */
export class Wall extends Component<{ title: string; children: ComponentChildren }, { failed: boolean }> {
  override state = { failed: false };
  static override getDerivedStateFromError = () => ({ failed: true });
  override componentDidCatch(error: unknown) {
    console.error(error);
  }
  render() {
    if (!this.state.failed) return this.props.children;
    return <Fallen title={this.props.title} onRetry={() => this.setState({ failed: false })} />;
  }
}

function Fallen({ title, onRetry }: { title: string; onRetry(): void }) {
  const { t } = useI18n<typeof en>();
  return (
    <div class="p-fallen">
      <ErrorNote title={title} text={t("failedText")} onRetry={onRetry} />
    </div>
  );
}
