import { cookies } from "next/headers";
import { z } from "zod";
import { baseEnv } from "@/lib/env";
import { seal, unseal } from "@/lib/seal";
import { hostCookie } from "./cookies";

type Given<Content extends z.ZodType> = {
  /** Begins with `__Host-`. */
  name: string;
  /** What the value is sealed to; it opens nowhere else. */
  place: string;
  seconds: number;
  content: Content;
};

const kept = z.object({ content: z.unknown(), until: z.number() });

/**
 * A short-lived cookie of this host whose content only the server reads and makes: for what must stand in no address.
 * `read` answers undefined for a value that is over, moved or made up.
 */
export function sealedCookie<Content extends z.ZodType>({ name, place, seconds, content }: Given<Content>) {
  function sealed(value: z.input<Content>): { name: string; value: string; options: object } {
    const text = JSON.stringify({ content: value, until: Date.now() + seconds * 1000 });
    return { name, value: seal(baseEnv().secret, place, text), options: { ...hostCookie, maxAge: seconds } };
  }

  return {
    /** For an answer that is made by hand. */
    sealed,
    async keep(value: z.input<Content>): Promise<void> {
      const made = sealed(value);
      (await cookies()).set(made.name, made.value, made.options);
    },
    async read(): Promise<z.output<Content> | undefined> {
      const value = (await cookies()).get(name)?.value;
      if (!value) return undefined;
      try {
        const found = kept.parse(JSON.parse(unseal(baseEnv().secret, place, value)));
        return found.until > Date.now() ? content.parse(found.content) : undefined;
      } catch {
        return undefined;
      }
    },
    async forget(): Promise<void> {
      (await cookies()).set(name, "", { ...hostCookie, maxAge: 0 });
    },
  };
}
