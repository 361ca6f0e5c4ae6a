import { expect, it } from "vitest";
import { finishSignIn } from "@/lib/access/factor";
import { codeOf } from "@/lib/access/totp";
import { signIn } from "@/lib/accounts/operations";
import { enrolPerson, freeStep } from "@/lib/testing/factors";
import { createPerson, publicHandle, request, testPassword } from "@/lib/testing/world";

it("[S56] whoever has a known browser's mark shares its tries, whatever address or new half sign-in they come with", async () => {
  const { person, seed } = await enrolPerson(await createPerson());
  const half = async () =>
    (await publicHandle().run(signIn, { email: person.email, password: testPassword, device: "a mark" })).session;
  const finish = async (code: string) =>
    finishSignIn({ pending: await half(), code, mark: null }, { ...request(), device: "Firefox on Linux" });
  await finish(codeOf(seed));
  await freeStep(person);
  for (let tries = 1; tries < 10; tries += 1)
    await expect(finish("000000")).rejects.toMatchObject({ reason: "code_wrong" });
  await finish(codeOf(seed)).catch(() => undefined);
  await freeStep(person);
  await expect(finish(codeOf(seed))).rejects.toMatchObject({ code: "limited" });
});
