import { expect, it } from "vitest";
import { verifySignUp } from "@/lib/accounts/operations";
import { graphql, serveGraphql } from "@/lib/testing/graphql";
import { mailedToken } from "@/lib/testing/mails";
import { publishTerms } from "@/lib/testing/terms";
import { guard, publicHandle, testPassword, unique } from "@/lib/testing/world";

serveGraphql();

const document = `mutation ($data: RegisterUserMutationInput!) {
  register_user(input: $data) { user { email } errors { field messages } } }`;

it("somebody registers where there are terms too, by naming the version that they accepted", async () => {
  const version = await publishTerms();
  const email = `${unique("new")}@people.example`;
  const given = { email, password1: testPassword, password2: testPassword, full_name: "Nia New" };
  const ask = async (data: object) => (await graphql(document, { variables: { data } })).data?.register_user;
  for (const terms of [{}, { terms: version + 1 }])
    expect(await ask({ ...given, ...terms })).toMatchObject({ user: null, errors: [{ field: "terms" }] });
  expect(await ask({ ...given, terms: version })).toEqual({ user: { email }, errors: [] });
  const token = await mailedToken(email, "verify-address");
  await publicHandle().run(verifySignUp, { token, password: testPassword });
  const kept = await guard`select a.version from guard.terms_acceptances a
    join public.users u on u.id = a.user_id where u.email = ${email}`;
  expect(kept).toMatchObject([{ version }]);
});
