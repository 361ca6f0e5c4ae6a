import { NavLink } from "@/components/docs/nav-link";

export type NavPart = { title: string; links: { title: string; href: string; whole?: boolean }[] };

/** All pages of the documentation. */
export function DocsNav({ parts }: { parts: NavPart[] }) {
  return parts.map(({ title, links }) => (
    <div key={title} className="mb-5">
      <p className="mb-1 px-2.5 font-medium text-muted text-xs">{title}</p>
      <ul>
        {links.map((link) => (
          <li key={link.href}>
            <NavLink href={link.href} whole={link.whole}>
              {link.title}
            </NavLink>
          </li>
        ))}
      </ul>
    </div>
  ));
}
