/** Host-only by its prefix: browsers refuse it with a Domain, without Secure, or from a sibling host. */
export const sessionCookie = "__Host-berth";
/** Says "this browser signed in here before", and where its person chose so, that it may leave out the second factor. */
export const deviceCookie = "__Host-berth-device";
/** The proved half of a sign-in that still wants the second factor; opens nothing. */
export const pendingCookie = "__Host-berth-pending";
/** Binds a handoff, a sign-up link and an invitation to the browser that began it. */
export const nonceCookie = "__Host-berth-nonce";

/** `test` where the browser works with test records on this host. */
export const modeCookie = "__Host-berth-mode";

export const hostCookie = { path: "/", secure: true, httpOnly: true, sameSite: "lax" } as const;

const days = 24 * 60 * 60;
export const sessionCookieOptions = { ...hostCookie, maxAge: 30 * days };
export const pendingCookieOptions = { ...hostCookie, maxAge: 10 * 60 };
export const deviceCookieOptions = { ...hostCookie, maxAge: 365 * days };

/** The session's cookie as a header, for an answer that is made by hand. */
export function sessionCookieHeader(secret: string): string {
  return `${sessionCookie}=${secret}; Path=/; Max-Age=${sessionCookieOptions.maxAge}; Secure; HttpOnly; SameSite=lax`;
}

/** The value of a cookie that came once. Two of one name are somebody's attempt to choose for the browser: neither counts. */
export function onlyCookie(header: string | null, name: string): string | undefined {
  const values = (header ?? "")
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return (values.length === 1 && values[0]) || undefined;
}
