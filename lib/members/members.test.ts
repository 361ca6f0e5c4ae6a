import { describe, expect, it } from "vitest";
import { addMember, createOrganization } from "@/lib/testing/world";
import { listMembers } from "./operations";

describe("members", () => {
  it("lists only the organization's own", async () => {
    const [a, b] = [await createOrganization(), await createOrganization()];
    const admin = await addMember(a, { role: "admin" });
    const stranger = await addMember(b);
    const seen = await admin.handle.run(listMembers, {});
    expect(seen.map((member) => member.email).sort()).toEqual([admin.email, a.owner.email].sort());
    expect(JSON.stringify(seen)).not.toContain(stranger.email);
  });

  it("refuses who may not see members", async () => {
    const staff = await addMember(await createOrganization(), { role: "staff" });
    await expect(staff.handle.run(listMembers, {})).rejects.toMatchObject({
      code: "forbidden",
      permission: "members.view",
    });
  });
});
