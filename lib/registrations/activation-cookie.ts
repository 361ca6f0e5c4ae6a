import { hostCookie } from "@/lib/access/cookies";

/** Holds an activation's token between the link and the form, so that it stands in no address. */
export const activationCookie = "__Host-berth-activation";

export const activationCookieOptions = { ...hostCookie, maxAge: 600 };
