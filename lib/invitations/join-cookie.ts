import { cookies } from "next/headers";
import { z } from "zod";
import { hostCookie } from "@/lib/access/cookies";
import { baseEnv } from "@/lib/env";
import { seal, unseal } from "@/lib/seal";

/** Holds an opened invitation's secret for ten minutes, so that it leaves the address bar at once. */
const joinCookie = "__Host-berth-join";
const seconds = 600;
const place = "cookie|join";

const content = z.object({ secret: z.string(), until: z.number() });

/** Sealed by the server: only a secret that was found behind its limit gets in here. */
export function sealJoinSecret(secret: string): { name: string; value: string; options: object } {
  const value = seal(baseEnv().secret, place, JSON.stringify({ secret, until: Date.now() + seconds * 1000 }));
  return { name: joinCookie, value, options: { ...hostCookie, maxAge: seconds } };
}

export async function keepJoinSecret(secret: string): Promise<void> {
  const { name, value, options } = sealJoinSecret(secret);
  (await cookies()).set(name, value, options);
}

export async function readJoinSecret(): Promise<string | undefined> {
  const value = (await cookies()).get(joinCookie)?.value;
  if (!value) return undefined;
  try {
    const { secret, until } = content.parse(JSON.parse(unseal(baseEnv().secret, place, value)));
    return until > Date.now() ? secret : undefined;
  } catch {
    return undefined;
  }
}

export async function forgetJoinSecret(): Promise<void> {
  (await cookies()).set(joinCookie, "", { ...hostCookie, maxAge: 0 });
}
