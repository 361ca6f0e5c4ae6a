import type { AnyOperation } from "@/lib/access/operation";
import { encodeId } from "@/lib/ids";
import * as me from "@/lib/me/operations";
import * as members from "@/lib/members/operations";
import * as notices from "@/lib/notices/operations";
import * as organizations from "@/lib/organizations/operations";
import * as shell from "@/lib/shell/operations";
import type { TenantResource } from "./describe-tenant-resource";
import { addMember } from "./world";

/** Every operation of an organization, with what its generated tests need. `lib/operations.test.ts` holds it complete. */
export const tenantResources: TenantResource[] = [
  {
    name: "members",
    operations: ofOrganization(members),
    make: async (organization) => encodeId("mem", (await addMember(organization)).membershipId),
  },
  { name: "me", operations: ofOrganization(me) },
  { name: "notices", operations: ofOrganization(notices) },
  { name: "organizations", operations: ofOrganization(organizations) },
  { name: "shell", operations: ofOrganization(shell) },
];

function ofOrganization(slice: Record<string, AnyOperation>): AnyOperation[] {
  return Object.values(slice).filter((operation) => operation.scope === "organization");
}
