import { z } from "zod";
import type { Permission } from "@/lib/access/permissions";

export const stepKeys = ["invite", "profile", "key", "default_role"] as const;
export const stepKey = z.enum(stepKeys);
export type StepKey = z.infer<typeof stepKey>;

export type SetUpFacts = {
  members: number;
  invitations: number;
  usedKeys: number;
  profile: Record<string, string | null>;
  defaultRoleKey: string;
  roleTemplate: string;
  dismissed: string[];
};

type Step = { key: StepKey; needs: Permission; done: (facts: SetUpFacts) => boolean };

/** What every template begins with; another choice means that somebody decided. */
const templateRole: Record<string, string> = { fleet: "user", staff: "staff", procurement: "buyer" };

const steps: Step[] = [
  { key: "profile", needs: "settings.manage", done: ({ profile }) => Object.values(profile).every(Boolean) },
  { key: "invite", needs: "members.invite", done: ({ members, invitations }) => members > 1 || invitations > 0 },
  {
    key: "default_role",
    needs: "settings.manage",
    done: ({ defaultRoleKey, roleTemplate }) => templateRole[roleTemplate] !== defaultRoleKey,
  },
  { key: "key", needs: "keys.view", done: ({ usedKeys }) => usedKeys > 0 },
];

/** Steps of the set-up for somebody with these rights, without those put aside. */
export function setUpSteps(facts: SetUpFacts, may: (permission: Permission) => boolean) {
  return steps
    .filter(({ key, needs }) => may(needs) && !facts.dismissed.includes(key))
    .map(({ key, done }) => ({ key, done: done(facts) }));
}
