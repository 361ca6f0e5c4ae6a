import { NavLink } from "@/components/docs/nav-link";
import type { Part } from "@/lib/docs/chapters";

type DocsNavProps = {
  parts: readonly Part[];
  groups: { slug: string; title: string }[];
  hrefs: Record<string, string>;
};

/** All pages of the documentation. */
export function DocsNav({ parts, groups, hrefs }: DocsNavProps) {
  return (
    <>
      {parts.map(({ title, chapters }) => (
        <Links key={title} title={title} links={chapters.map((each) => ({ ...each, href: hrefs[each.slug] ?? "" }))} />
      ))}
      <Links
        title="Reference"
        links={[
          { title: "All operations", href: "/docs/reference" },
          ...groups.map(({ slug, title }) => ({ title, href: `/docs/reference/${slug}` })),
        ]}
      />
    </>
  );
}

function Links({ title, links }: { title: string; links: { title: string; href: string }[] }) {
  return (
    <div className="mb-5">
      <p className="mb-1 px-2.5 font-medium text-muted text-xs">{title}</p>
      <ul>
        {links.map((link) => (
          <li key={link.href}>
            <NavLink href={link.href}>{link.title}</NavLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
