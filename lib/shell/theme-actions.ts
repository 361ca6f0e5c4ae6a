"use server";

import { cookies } from "next/headers";
import { requireOwnOrigin } from "@/lib/access/action-door";
import { trustedRequest } from "@/lib/access/trusted-request";
import { env } from "@/lib/env";
import { themeCookie, themeOf } from "@/lib/theme";

const yearInSeconds = 365 * 24 * 60 * 60;

/** Keeps the theme for every organization's host, as the menu does where JavaScript runs. */
export async function chooseThemeAction(form: FormData): Promise<void> {
  requireOwnOrigin(await trustedRequest());
  const theme = form.get("theme");
  (await cookies()).set(themeCookie, themeOf(typeof theme === "string" ? theme : undefined), {
    path: "/",
    maxAge: yearInSeconds,
    sameSite: "lax",
    domain: env().rootUrl.hostname,
  });
}
