import { expect, it } from "vitest";
import { encodeId } from "@/lib/ids";
import { accountHandle, addMember, createOrganization, createPerson, guard } from "@/lib/testing/world";
import { readDefaultOrganization, setDefaultOrganization } from "./operations";

it("is the first organization that somebody joined, until they declare another, and never one they left", async () => {
  const person = await createPerson();
  const read = () => accountHandle(person).run(readDefaultOrganization, {});
  expect(await read()).toEqual({ organizationId: null });
  const [first, second, foreign] = [await createOrganization(), await createOrganization(), await createOrganization()];
  await addMember(first, { person });
  await addMember(second, { person });
  expect(await read()).toEqual({ organizationId: encodeId("org", first.id) });
  const declare = ({ id }: { id: string }) =>
    accountHandle(person).run(setDefaultOrganization, { organizationId: encodeId("org", id) });
  await declare(second);
  expect(await read()).toEqual({ organizationId: encodeId("org", second.id) });
  await expect(declare(foreign)).rejects.toMatchObject({ code: "not_found" });
  await guard`delete from public.memberships where organization_id = ${second.id} and user_id = ${person.userId}`;
  expect(await read()).toEqual({ organizationId: encodeId("org", first.id) });
});
