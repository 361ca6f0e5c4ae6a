import type { CSSProperties, ReactNode } from "react";
import { OrganizationMark } from "@/components/ui/organization-mark";
import { brandValue, buttonColours, themeColours, tileColour } from "@/lib/colour";

export type Dress = {
  name: string;
  slug: string;
  accent: string | undefined;
  logo: string | undefined;
  logoDark: string | undefined;
};

const berth = "#0b5cad";

/** What the choices look like before they are saved: pages in both themes, a mail, and what strangers see. */
export function LookPreviews({ dress, shown }: { dress: Dress; shown: boolean }) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Preview title="Pages, light theme">
        <Page dress={dress} scheme="light" />
      </Preview>
      <Preview title="Pages, dark theme">
        <Page dress={dress} scheme="dark" />
      </Preview>
      <Preview title="Mail">
        <Mail dress={dress} />
      </Preview>
      <Preview title={shown ? "Sign-in, as strangers see it" : "Sign-in, as strangers see it: nothing of you"}>
        <Public dress={shown ? dress : undefined} />
      </Preview>
    </div>
  );
}

function Preview({ title, children }: { title: string; children: ReactNode }) {
  return (
    <figure className="min-w-0">
      <figcaption className="mb-1.5 text-muted text-table">{title}</figcaption>
      {/* Pictures of pages: nothing in them is for the keyboard or a screen reader. */}
      <div aria-hidden="true" className="h-48 overflow-hidden rounded-surface border">
        {children}
      </div>
    </figure>
  );
}

type Tokens = CSSProperties & Record<`--${string}`, string>;

/** Of app/globals.css. A page has one theme, so the other one's tokens have to be given here. */
export const tokens: Record<"light" | "dark", Tokens> = {
  light: {
    "--background": "oklch(0.984 0.002 255)",
    "--surface": "oklch(1 0 0)",
    "--hover": "oklch(0.945 0.006 255)",
    "--border": "oklch(0.912 0.007 258)",
    "--text": "oklch(0.225 0.024 264)",
    "--muted": "oklch(0.482 0.024 260)",
    "--brand": "oklch(0.475 0.118 243)",
  },
  dark: {
    "--background": "oklch(0.172 0.012 262)",
    "--surface": "oklch(0.208 0.014 262)",
    "--hover": "oklch(0.274 0.018 262)",
    "--border": "oklch(0.302 0.018 262)",
    "--text": "oklch(0.945 0.006 258)",
    "--muted": "oklch(0.735 0.018 258)",
    "--brand": "oklch(0.765 0.105 236)",
  },
};

function brandOf(accent: string | undefined): Tokens {
  return { "--brand": accent ? brandValue(accent) : "var(--accent)" };
}

function Page({ dress, scheme }: { dress: Dress; scheme: "light" | "dark" }) {
  return (
    <div
      style={{ ...tokens[scheme], ...(dress.accent && { "--brand": themeColours(dress.accent)[scheme] }) }}
      className="flex h-full flex-col bg-background text-text"
    >
      <div className="h-0.75 shrink-0 bg-brand" />
      <div className="flex min-h-0 flex-1">
        <div className="w-32 shrink-0 space-y-2 border-r p-2.5">
          <div className="flex items-center gap-2 pb-1">
            <Mark dress={dress} scheme={scheme} />
            <span className="truncate font-semibold text-xs">{dress.name}</span>
          </div>
          <span className="relative flex h-6 items-center rounded-control bg-hover px-2 font-medium text-xs">
            <span className="absolute inset-y-1 -left-2 w-0.75 rounded-r-full bg-brand" />
            Overview
          </span>
          <span className="flex h-6 items-center px-2 text-muted text-xs">Members</span>
          <span className="flex h-6 items-center px-2 text-muted text-xs">Settings</span>
        </div>
        <div className="flex-1 space-y-2.5 p-3">
          <p className="font-semibold text-sm">Overview</p>
          <div className="h-12 rounded-control border bg-surface" />
          <div className="h-12 rounded-control border bg-surface" />
        </div>
      </div>
    </div>
  );
}

type MarkProps = { dress: Dress; scheme?: "light" | "dark"; size?: "sm" | "lg" };

/** The mark of one theme, whatever the page's own is. */
export function Mark({ dress, scheme = "light", size = "sm" }: MarkProps) {
  const { name, slug, accent, logo, logoDark } = dress;
  const dark = scheme === "dark" && logoDark !== undefined;
  return (
    <OrganizationMark
      {...{ name, slug, size }}
      tile={accent && tileColour(accent)}
      src={dark ? logoDark : logo}
      {...(dark && { className: "bg-surface" })}
    />
  );
}

function Mail({ dress }: { dress: Dress }) {
  const accent = themeColours(dress.accent ?? berth).light;
  const button = buttonColours(dress.accent ?? berth);
  return (
    <div className="h-full p-4" style={{ backgroundColor: "#f4f6f8", color: "#17212b" }}>
      <div
        className="space-y-2.5 rounded-surface p-4"
        style={{ backgroundColor: "#fff", border: "1px solid #d9e0e7", borderTop: `3px solid ${accent}` }}
      >
        <div className="flex items-center gap-2">
          {dress.logo ? <Mark dress={dress} /> : <Berths accent={accent} />}
          <span className="truncate font-semibold text-xs">{dress.name}</span>
        </div>
        <p className="font-semibold text-sm">Join {dress.name}</p>
        <div className="h-2 w-4/5 rounded-full" style={{ backgroundColor: "#d9e0e7" }} />
        <span
          className="inline-block rounded-control px-3 py-1.5 font-semibold text-xs"
          style={{ backgroundColor: button.background, color: button.text }}
        >
          Open the invitation
        </span>
      </div>
    </div>
  );
}

function Berths({ accent }: { accent: string }) {
  return (
    <span className="flex gap-0.5">
      {["transparent", accent, "transparent"].map((fill, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: three berths that never move
        <span key={place} className="h-4 w-1.25" style={{ backgroundColor: fill, border: "1px solid #52606d" }} />
      ))}
    </span>
  );
}

function Public({ dress }: { dress: Dress | undefined }) {
  return (
    <div style={brandOf(dress?.accent)} className="flex h-full flex-col bg-background">
      <div className="h-0.75 shrink-0 bg-brand" />
      <div className="mx-auto w-full max-w-56 px-4 pt-5">
        <div className="mb-3 flex h-6 items-center gap-2">
          {dress ? <Mark dress={dress} /> : <Berths accent={berth} />}
          <span className="truncate font-semibold text-xs">{dress?.name ?? "Berth"}</span>
        </div>
        <div className="space-y-2 rounded-surface border bg-surface p-3">
          <p className="font-semibold text-sm">Sign in</p>
          <div className="h-6 rounded-control border" />
          <div className="h-6 rounded-control bg-accent" />
        </div>
      </div>
    </div>
  );
}
