import { DocsPage } from "@/components/docs/docs-page";
import { TextLink } from "@/components/ui/text-link";

export const metadata = { title: "Page not found · Docs" };

export default function NotFound() {
  return (
    <DocsPage
      title="There is no such page"
      lead="It may have been renamed. The search above finds guides and operations by their words."
      headings={[]}
    >
      <ul className="list-disc space-y-1.5 pl-5 text-[0.9375rem] marker:text-muted">
        <li>
          <TextLink href="/docs/quick-start">Quick start</TextLink>: from nothing to a first program.
        </li>
        <li>
          <TextLink href="/docs/reference">Reference</TextLink>: every operation, with a form to try it.
        </li>
        <li>
          <TextLink href="/docs">Overview</TextLink>: where everything is.
        </li>
      </ul>
    </DocsPage>
  );
}
