import { defineOperation } from "@/lib/access/operation";
import { describePermission, permissions } from "@/lib/access/permissions";
import { decide } from "./decide";
import { explainRepository } from "./repository";
import { accessInput, accessList, type Evidence, explainInput, explanation } from "./schema";

export const explainAccess = defineOperation({
  name: "access.explain",
  scope: "organization",
  permission: "organization.view",
  access: "read",
  summary: "Say why a permission is held or not: yourself, another member or a key",
  input: explainInput,
  output: explanation,
  rest: { method: "get", path: "/access/explain" },
  run: async ({ db, input }) => {
    const repository = explainRepository(db);
    const evidence = await repository.evidence(input);
    const decision = decide(evidence, input.permission);
    return {
      ...subjectOf(evidence),
      ...decision,
      permission: input.permission,
      description: describePermission(input.permission),
      givers: decision.allowed ? [] : await repository.givers(input.permission),
    };
  },
});

export const listAccess = defineOperation({
  name: "access.list",
  scope: "organization",
  permission: "organization.view",
  access: "read",
  summary: "List every permission with yes or no and why: yours, another member's or a key's",
  input: accessInput,
  output: accessList,
  rest: { method: "get", path: "/access" },
  asksOnce: true,
  run: async ({ db, input }) => {
    const evidence = await explainRepository(db).evidence(input);
    const data = permissions.map((permission) => {
      const { allowed, summary } = decide(evidence, permission);
      return { permission, description: describePermission(permission), allowed, summary };
    });
    return { ...subjectOf(evidence), data };
  },
});

function subjectOf({ member, key }: Evidence) {
  const role = member?.roles.find(({ key: own }) => own === member.role)?.name ?? member?.role ?? "";
  return {
    member: member && { id: member.id, name: member.name, role },
    key: key && { id: key.id, label: key.label },
  };
}
