import { z } from "zod";
import { permissionInput } from "@/lib/access/grantors";
import { defineOperation } from "@/lib/access/operation";
import { describePermission, permissions } from "@/lib/access/permissions";
import { BerthError } from "@/lib/errors";
import { encodeId } from "@/lib/ids";
import { decide } from "./decide";
import { findRecord, viewOf } from "./records";
import { explainRepository } from "./repository";
import { accessInput, accessList, type Evidence, explainInput, explanation } from "./schema";

export const explainAccess = defineOperation({
  name: "access.explain",
  scope: "organization",
  permission: "organization.view",
  access: "read",
  summary: "Say why a permission is held or not, on a record too: yourself, another member or a key",
  input: explainInput,
  output: explanation,
  rest: { method: "get", path: "/access/explain" },
  run: async ({ db, actor, input }) => {
    const repository = explainRepository(db);
    const permission = input.permission ?? viewOf(input.record ?? "");
    if (!permission)
      throw new BerthError("invalid", "Name a permission or a record.", { reason: "permission_unknown" });
    const record = input.record === undefined ? undefined : await findRecord(db, actor, input.record);
    const evidence = await repository.evidence(input);
    const decision = decide(evidence, permission, record);
    return {
      ...subjectOf(evidence),
      ...decision,
      record: record ? { id: record.id, word: record.word, branch: record.branch?.name ?? null } : null,
      permission,
      description: describePermission(permission),
      grantors: decision.allowed ? null : await repository.grantors(permission),
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

export const askForPermission = defineOperation({
  name: "access.ask",
  scope: "organization",
  permission: "organization.view",
  access: "write",
  summary: "Ask those who can give a permission for it",
  input: z.strictObject({ permission: permissionInput }),
  output: z.object({ told: z.number().nullable() }),
  limits: [{ by: "person", points: 10, seconds: 86_400 }],
  rest: { method: "post", path: "/access/requests", status: 201 },
  run: async ({ db, actor, input }) => ({
    told: await explainRepository(db).ask(input.permission, encodeId("mem", actor.membershipId ?? nobody)),
  }),
});

const nobody = "00000000-0000-0000-0000-000000000000";

function subjectOf({ member, key }: Evidence) {
  const role = member?.roles.find(({ key: own }) => own === member.role)?.name ?? member?.role ?? "";
  return {
    member: member && { id: member.id, name: member.name, role },
    key: key && { id: key.id, label: key.label },
  };
}
