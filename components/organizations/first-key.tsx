"use client";

import { useEffect, useRef } from "react";
import { keyOnce } from "@/components/keys/key-once";
import { buttonStyles } from "@/components/ui/button-styles";
import { Callout } from "@/components/ui/callout";
import { SecretOnce } from "@/components/ui/secret-once";
import { TextLink } from "@/components/ui/text-link";
import { apiLink, organizationLink } from "@/lib/hosts";
import type { Founded } from "@/lib/organizations/actions";

/** What stands in the form's place once the organization is there. */
export function FirstKey({ founded, rootUrl }: { founded: Founded; rootUrl: string }) {
  const root = new URL(rootUrl);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const address = organizationLink(root, founded.slug, "/");
  return (
    <div className="space-y-5">
      <div>
        <h2 ref={heading} tabIndex={-1} className="font-semibold text-base outline-none">
          {founded.created ? "Your organization is ready" : "You set this organization up before"}
        </h2>
        <p className="mt-1 text-muted">
          It lives at <span className="break-all font-mono text-text">{address.replace(/^https?:\/\/|\/$/g, "")}</span>.
        </p>
      </div>
      {founded.key ? (
        <SecretOnce {...keyOnce({ label: "First API key", key: founded.key }, apiLink(root, "/api/v1"))} />
      ) : (
        <Callout>Its first API key was shown then. Make another one under API keys.</Callout>
      )}
      <a href={address} className={buttonStyles({ variant: "primary", className: "w-full" })}>
        Open the dashboard
      </a>
      <p className="text-center text-muted">
        Here to write a program? <TextLink href="/docs/quick-start">Quick start</TextLink>
      </p>
    </div>
  );
}
