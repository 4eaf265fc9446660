import { Component, type ReactNode, Suspense } from "react";
import { useTexts } from "../i18n/text.tsx";

/** Holds one part of the page: while it loads, and if it fails, the rest stays. */
export function SectionGuard({ children }: { readonly children: ReactNode }) {
  const { t } = useTexts();
  return (
    <Catch
      fallback={(reason, retry) => (
        <div role="alert" className="section-failed">
          <p>{t("page.sectionFailed", { reason })}</p>
          <button type="button" onClick={retry}>
            {t("page.retry")}
          </button>
        </div>
      )}
    >
      <Suspense fallback={<p className="quiet section-loading">{t("page.loading")}</p>}>{children}</Suspense>
    </Catch>
  );
}

interface CatchProps {
  readonly children: ReactNode;
  readonly fallback: (reason: string, retry: () => void) => ReactNode;
}

/** React asks for a class here: no hook can catch what children throw. */
class Catch extends Component<CatchProps, { readonly reason?: string }> {
  override state: { readonly reason?: string } = {};

  static getDerivedStateFromError(error: unknown) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    const { reason } = this.state;
    return reason === undefined
      ? this.props.children
      : this.props.fallback(reason, () => this.setState({ reason: undefined as never }));
  }
}
