import { createHash } from "node:crypto";
import { Batch } from "@/db/batch";
import { newPassword } from "@/lib/access/password";
import { openMailPayload } from "@/lib/mail/payload";
import { requestAccess } from "@/lib/registrations/asking-operations";
import { listRegistrations } from "@/lib/registrations/operations";
import { receiveNoted } from "./requests";
import { guard, type Organization, publicHandle, testPassword, unique } from "./world";

export type Mail = { template: string; to: string; props: Record<string, unknown>; sealed?: string };

export const address = () => `${unique("asker")}@asking.example`;

export async function ask(
  organization: { slug: string },
  given: { email?: string; name?: string; message?: string } = {},
) {
  const email = given.email ?? address();
  const input = {
    slug: organization.slug,
    name: given.name ?? "Ada Asker",
    email,
    message: given.message ?? "",
  };
  await publicHandle().run(requestAccess, input);
  await receiveNoted();
  return email;
}

export async function pendingId(organization: Organization, email: string): Promise<string> {
  const { data } = await organization.owner.handle.run(listRegistrations, { q: email });
  return data[0]?.id ?? "";
}

export async function asked(organization: Organization, given: { email?: string; name?: string } = {}) {
  const email = await ask(organization, given);
  return { email, id: await pendingId(organization, email) };
}

export async function mailsTo(email: string): Promise<Mail[]> {
  const rows = await guard<{ payload: Mail }[]>`
    select payload from guard.jobs where task = 'mail.send' and payload ->> 'to' = ${email} order by id`;
  return rows.map(({ payload }) => payload);
}

export const templatesTo = async (email: string) => (await mailsTo(email)).map(({ template }) => template);

export async function activationToken(email: string): Promise<string> {
  const mail = (await mailsTo(email)).findLast(({ template }) => template === "activation");
  const opened = openMailPayload(process.env.BERTH_SECRET ?? "", mail);
  return new URL(String(opened.props.link)).searchParams.get("token") ?? "";
}

export async function membership(organization: Organization, email: string) {
  const rows = await guard<{ role_key: string; origin: string }[]>`
    select role_key, origin from public.memberships where organization_id = ${organization.id} and email = ${email}`;
  return rows;
}

export async function signUp(email: string) {
  const { salt, params, raw } = await newPassword(testPassword);
  const verifier = createHash("sha256").update(raw).digest();
  await guard`select guard.create_user(${email}, 'Ada Asker', ${salt}, ${guard.json(params)}, ${verifier})`;
}

export function textsOf(query: unknown): unknown[] {
  if (query instanceof Batch) return query.statements.map(({ text }) => text);
  return [typeof query === "object" && query !== null && "text" in query ? query.text : query];
}
