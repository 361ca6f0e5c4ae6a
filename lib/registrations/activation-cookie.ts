import { hostCookie } from "@/lib/access/cookies";

/** Holds an activation's token between the link and the form, so that it stands in no address. */
export const activationCookie = "__Host-berth-activation";

/** Holds the link to one's own request in the same way, for as long as somebody looks at it. */
export const requestCookie = "__Host-berth-request";
export const requestCookieOptions = { ...hostCookie, maxAge: 3600 };

export const activationCookieOptions = { ...hostCookie, maxAge: 600 };
