import type { CSSProperties, ReactNode } from "react";
import { AccentLine } from "@/components/shell/accent-line";
import { classNames } from "@/components/ui/class-names";
import { Logo } from "@/components/ui/logo";
import { OrganizationMark } from "@/components/ui/organization-mark";
import { brandValue, tileColour } from "@/lib/colour";

export type PublicShellProps = {
  title: ReactNode;
  description?: ReactNode;
  /** Shown only where the organization made itself publicly visible. */
  organization?: { name: string; slug: string; logo?: string; logoDark?: string; accent?: string };
  footer?: ReactNode;
  wide?: boolean;
  children?: ReactNode;
};

/** One centred card: sign-in, sign-up, join, reset. */
export function PublicShell({ title, description, organization, footer, wide = false, children }: PublicShellProps) {
  const brand: CSSProperties & { "--brand"?: string } = organization?.accent
    ? { "--brand": brandValue(organization.accent) }
    : {};
  return (
    <div style={brand} className="flex min-h-dvh flex-col">
      <AccentLine />
      <main
        className={classNames(
          "mx-auto flex w-full flex-1 flex-col px-4 pt-[10vh] pb-12 sm:px-0",
          wide ? "max-w-140 sm:px-4" : "max-w-100",
        )}
      >
        <div className="mb-8 flex items-center gap-3">
          {organization ? (
            <>
              <OrganizationMark
                name={organization.name}
                slug={organization.slug}
                src={organization.logo}
                darkSrc={organization.logoDark}
                tile={organization.accent && tileColour(organization.accent)}
              />
              <span className="min-w-0 break-words font-semibold text-base">{organization.name}</span>
            </>
          ) : (
            <Logo />
          )}
        </div>
        <div className="rounded-surface border bg-surface px-5 py-6 shadow-xs sm:px-8 sm:py-8">
          <h1 className="text-balance font-semibold text-2xl tracking-tight">{title}</h1>
          {description && <p className="mt-1.5 text-muted">{description}</p>}
          {children && <div className="mt-6">{children}</div>}
        </div>
        {footer && <div className="mt-5 px-5 text-muted touch:leading-7 touch:[&_a]:py-2 sm:px-8">{footer}</div>}
      </main>
    </div>
  );
}
