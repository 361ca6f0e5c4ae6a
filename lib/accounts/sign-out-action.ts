"use server";

import { redirect } from "next/navigation";
import { env } from "@/lib/env";
import { rootLink } from "@/lib/hosts";

export async function signOutAction(): Promise<void> {
  redirect(rootLink(env().rootUrl, "/sign-out"));
}
