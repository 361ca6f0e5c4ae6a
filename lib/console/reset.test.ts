import { describe, expect, it } from "vitest";
import { requestReset, resetPassword, signIn } from "@/lib/accounts/operations";
import { grantSuperAdmin } from "@/lib/cli/commands/super-admin";
import { encodeId } from "@/lib/ids";
import { enrolPerson } from "@/lib/testing/factors";
import { mailedToken } from "@/lib/testing/mails";
import { createSuperAdmin, guard, type Person, platformHandle, publicHandle } from "@/lib/testing/world";
import { confirmSuperAdmin } from "./acts";
import { consoleShell, findUser } from "./operations";

const newPassword = "a new password of mine";
const waits = { code: "policy", reason: "console_paused" };
const reason = "Called her on her known number";

/** Whoever reads the mailbox comes this far. */
async function reset({ email }: Person): Promise<string> {
  await publicHandle().run(requestReset, { email });
  const token = await mailedToken(email, "reset-password");
  return (await publicHandle().run(resetPassword, { token, newPassword })).session;
}

async function typed({ email, ...person }: Person): Promise<Person> {
  const { session } = await publicHandle().run(signIn, { email, password: newPassword });
  return { ...person, email, session };
}

const look = (person: Person) => platformHandle(person).run(consoleShell, {});

describe("a super admin's password that was reset by mail [S104]", () => {
  it("opens no console, not even typed, until another super admin says that it was them", async () => {
    const [admin, other] = [await createSuperAdmin(), await createSuperAdmin()];
    const session = await reset(admin);
    await expect(look({ ...admin, session })).rejects.toMatchObject(waits);
    const back = await typed(admin);
    await expect(look(back)).rejects.toMatchObject(waits);
    const id = encodeId("usr", admin.userId);
    await expect(platformHandle(back).run(confirmSuperAdmin, { id, reason })).rejects.toMatchObject(waits);
    const [mail] = await guard`select 1 from guard.jobs where task = 'mail.send'
      and payload ->> 'template' = 'console-paused' and payload ->> 'to' = ${other.email}`;
    expect(mail).toBeDefined();

    const seen = await platformHandle(other).run(findUser, { id });
    expect(seen.console_paused_at).toBeInstanceOf(Date);
    await platformHandle(other).run(confirmSuperAdmin, { id, reason });
    await expect(look(back)).resolves.toMatchObject({ email: admin.email });
    await expect(look({ ...admin, session })).rejects.toMatchObject({ code: "confirm_password" });
    const entries = await guard`select after ->> 'reason' as reason from audit.entries
      where action = 'console_confirmed' and record_id = ${admin.userId}`;
    expect(entries).toEqual([{ reason }]);
    const again = platformHandle(other).run(confirmSuperAdmin, { id, reason });
    await expect(again).rejects.toMatchObject({ reason: "not_paused" });
    const own = platformHandle(other).run(confirmSuperAdmin, { id: encodeId("usr", other.userId), reason });
    await expect(own).rejects.toMatchObject({ reason: "self" });
  });

  it("nor does a factor that was set up with it", async () => {
    const admin = await createSuperAdmin();
    await reset(admin);
    const back = await typed(admin);
    await enrolPerson(back);
    await expect(look(back)).rejects.toMatchObject(waits);
  });

  it("opens it where a second factor was there before, which the sign-in then asks for", async () => {
    const admin = await createSuperAdmin();
    await enrolPerson(admin);
    expect(await reset(admin)).toMatch(/^bp_/); // opens nothing
    const [row] = await guard`select paused_at from guard.super_admins where user_id = ${admin.userId}`;
    expect(row?.paused_at).toBeNull();
  });

  it("is confirmed by whoever runs the installation, too", async () => {
    const admin = await createSuperAdmin();
    await reset(admin);
    const back = await typed(admin);
    await expect(look(back)).rejects.toMatchObject(waits);
    expect(await grantSuperAdmin(admin.email)).toMatchObject({ data: { changed: true } });
    await expect(look(back)).resolves.toMatchObject({ email: admin.email });
  });
});
