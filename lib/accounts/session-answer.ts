import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { RequestInfo } from "@/lib/access/operation";
import { deviceName } from "@/lib/auth/device-words";

/** What a way in answers: the secret of the new root session, empty where it was refused, and the browser's mark. */
export const sessionAnswer = z.object({ session: z.string(), device: z.string() });

export const deviceInput = z.string().max(100).optional();

/** The mark by which this browser is known next time. */
export function deviceMark(held: string | undefined): string {
  return held ?? newSecret();
}

export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** The request as a session keeps it: with the name of the device that people recognise. */
export function withDevice(request: RequestInfo): string {
  return JSON.stringify({ ...request, device: deviceName(request.agent) });
}
