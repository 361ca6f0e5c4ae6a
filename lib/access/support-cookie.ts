import { hostCookie } from "./cookies";

/** Says on an organization's host that this browser came as support; opens nothing. It leads back to the console. */
export const supportCookie = "__Host-berth-support";

const hours = 60 * 60;
export const supportCookieOptions = { ...hostCookie, maxAge: 2 * hours };

export const supportPath = "/console/support";
