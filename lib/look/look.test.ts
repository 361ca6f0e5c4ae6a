import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import postgres from "postgres";
import { afterAll, describe, expect, it } from "vitest";
import { files, openDisk } from "@/lib/files/files";
import type { LeasedJob } from "@/lib/jobs/task";
import { hugePng, picture, svgPicture, tinyLogo } from "@/lib/testing/pictures";
import {
  accountHandle,
  addMember,
  createOrganization,
  createPerson,
  guard,
  type Organization,
  publicHandle,
  request,
} from "@/lib/testing/world";
import { lookOf, tidyLogo } from "./for-job";
import * as op from "./operations";

const look = (organization: Organization) => organization.owner.handle.run(op.readLook, {});

async function withLogo(organization: Organization): Promise<string> {
  await organization.owner.handle.run(op.replaceLogo, { image: tinyLogo });
  return (await look(organization)).logo_file ?? "";
}

/** Leases the newest job of a task, as a worker does. */
async function leased(organization: Organization, task: string): Promise<LeasedJob> {
  const [job] = await guard<{ id: string }[]>`
    select id from guard.jobs where organization_id = ${organization.id} and task = ${task} order by id desc limit 1`;
  const [row] = await guard<{ leased: { id: string; lease: string; payload: unknown } }[]>`
    select guard.lease(${job?.id ?? ""}, 60) as leased`;
  const { id = "", lease = "", payload } = row?.leased ?? {};
  return { id, lease, payload, task, organizationId: organization.id, attempt: 1 };
}

/** At least once is sometimes twice. */
async function runTidyTwice(organization: Organization): Promise<void> {
  const job = await leased(organization, "logo.tidy");
  const storeMail = () => Promise.reject(new Error("this job sends nothing"));
  for (let tries = 0; tries < 2; tries += 1) await tidyLogo({ job, signal: AbortSignal.timeout(10_000), storeMail });
}

async function keys(organization: Organization): Promise<string[]> {
  const { objects } = await (await files()).listAll(`${organization.id}/logo`, { recursive: true });
  return [...objects].flatMap((each) => (each.isFile ? [each.key] : []));
}

const app = postgres(process.env.DATABASE_URL ?? "", { max: 1, onnotice: () => undefined });
afterAll(() => app.end());

/** A statement of the application's role inside a context that a member opened; its SQLSTATE, or "done". */
async function asMember(
  { hostSession, slug }: { hostSession: string; slug: string },
  operation: string,
  statement: (sql: postgres.TransactionSql) => Promise<unknown>,
): Promise<string> {
  try {
    await app.begin(async (sql) => {
      await sql`select guard.open(${hostSession}, ${slug}, null, ${operation}, ${sql.json(request())})`;
      await statement(sql);
    });
    return "done";
  } catch (error) {
    return error instanceof postgres.PostgresError ? error.code : String(error);
  }
}

describe("the colour", () => {
  it("[S91] is kept as a token, and nothing else is taken for one", async () => {
    const organization = await createOrganization();
    const { owner } = organization;
    await owner.handle.run(op.updateLook, { accent: " #B0478A " });
    expect(await look(organization)).toMatchObject({ accent: "#b0478a" });
    const hostile = [
      "red",
      "#fff",
      "url(//evil.example)",
      "#b0478a;background:url(//evil.example)",
      "#b0478a</style><script>",
      "@import '//evil.example'",
      "expression(alert(1))",
      "#".padEnd(100_000, "f"),
      { toString: "#b0478a" },
    ];
    for (const accent of hostile)
      await expect(owner.handle.run(op.updateLook, { accent: accent as string })).rejects.toMatchObject({
        fields: { accent: [expect.any(String)] },
      });
    await owner.handle.run(op.updateLook, { accent: "" });
    expect(await look(organization)).toMatchObject({ accent: null });
  });

  it("is not written past the operation either", async () => {
    const { id } = await createOrganization();
    await expect(guard`update public.organizations set accent = 'url(x)' where id = ${id}`).rejects.toThrow("accent");
    await expect(guard`update public.organizations set logo_file = '../x' where id = ${id}`).rejects.toThrow(
      "logo_file",
    );
  });

  it("asks for the permission that the catalogue names, in the database too", async () => {
    const organization = await createOrganization();
    await guard`insert into public.roles (organization_id, id, key, name, permissions) values
      (${organization.id}, guard.uuid7(), 'painter', 'Painter', '{settings.view,branding.manage}'),
      (${organization.id}, guard.uuid7(), 'clerk', 'Clerk', '{settings.view,settings.manage}')`;
    const painter = await addMember(organization, { role: "painter" });
    const clerk = await addMember(organization, { role: "clerk" });
    await painter.handle.run(op.updateLook, { accent: "#b0478a" });
    await painter.handle.run(op.replaceLogo, { image: tinyLogo });
    await expect(painter.handle.run(op.setVisibility, { publicly_visible: true })).rejects.toMatchObject({
      permission: "settings.manage",
    });
    await clerk.handle.run(op.setVisibility, { publicly_visible: true });
    for (const act of [
      () => clerk.handle.run(op.updateLook, { accent: null }),
      () => clerk.handle.run(op.removeLogo, {}),
      () => clerk.handle.run(op.replaceLogo, { image: tinyLogo }),
    ])
      await expect(act()).rejects.toMatchObject({ permission: "branding.manage" });
    const paint = (change: Record<string, string>) =>
      asMember(
        { ...painter, slug: organization.slug },
        "look.update",
        (sql) => sql`update organizations set ${sql(change)}`,
      );
    expect(await paint({ accent: "#0b5cad" })).toBe("done");
    expect(await paint({ city: "Bremen" })).toBe("BE003");
    expect(await paint({ accent: "#b0478a", city: "Bremen" })).toBe("BE003");
  });
});

describe("the logo", () => {
  it("is kept under a random name in the organization's own folder, and what it replaces goes", async () => {
    const [a, b] = [await createOrganization(), await createOrganization()];
    const first = await withLogo(a);
    await withLogo(b);
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(await keys(a)).toHaveLength(4);
    const second = await withLogo(a);
    expect(second).not.toBe(first);
    expect(await keys(a)).toHaveLength(8);
    await runTidyTwice(a);
    expect((await keys(a)).every((key) => key.startsWith(`${a.id}/logo/${second}/`))).toBe(true);
    await a.owner.handle.run(op.removeLogo, {});
    await runTidyTwice(a);
    expect(await keys(a)).toEqual([]);
    expect(await keys(b)).toHaveLength(4);
    expect(await look(a)).toMatchObject({ logo_file: null });
  });

  it("leaves no file and no change where it is refused", async () => {
    const organization = await createOrganization();
    const file = await withLogo(organization);
    const kept = await keys(organization);
    const png = await picture();
    for (const image of [svgPicture, hugePng(), png.subarray(0, 60), Buffer.from("GIF89a"), Buffer.alloc(2_000_001)])
      await expect(organization.owner.handle.run(op.replaceLogo, { image })).rejects.toMatchObject({
        code: "invalid",
        fields: { image: [expect.any(String)] },
      });
    expect(await keys(organization)).toEqual(kept);
    expect(await look(organization)).toMatchObject({ logo_file: file });
  });

  it("[S30 S39] is for members, on any host; for strangers once it is publicly visible; replaced it is nobody's", async () => {
    const [a, b] = [await createOrganization(), await createOrganization()];
    const file = await withLogo(a);
    const reference = { organization: a.id, file, size: "64" };
    const stranger = await createPerson();
    const everybody = async (given = reference) =>
      Promise.all([
        a.owner.handle.run(op.viewMembersLogo, given),
        accountHandle(a.owner).run(op.viewMyLogo, given),
        b.owner.handle.run(op.viewMembersLogo, given),
        accountHandle(stranger).run(op.viewMyLogo, given),
        publicHandle().run(op.viewPublicLogo, given),
      ]);
    expect(await everybody()).toEqual(["members", "members", null, null, null]);
    await addMember(b, { person: a.owner });
    await a.owner.handle.run(op.setVisibility, { publicly_visible: true });
    expect(await everybody()).toEqual(Array(5).fill("everybody"));
    await guard`update public.organizations set state = 'suspended' where id = ${a.id}`;
    expect((await everybody().catch(() => [])).slice(4)).toEqual([]);
    expect(await publicHandle().run(op.viewPublicLogo, reference)).toBeNull();
    await guard`update public.organizations set state = 'active' where id = ${a.id}`;
    await withLogo(a);
    expect(await everybody()).toEqual(Array(5).fill(null));
    expect(await everybody({ ...reference, organization: b.id })).toEqual(Array(5).fill(null));
  });

  it("has a second one for dark pages, under the same rules; each goes without the other", async () => {
    const organization = await createOrganization();
    const { owner, id } = organization;
    const light = await withLogo(organization);
    await owner.handle.run(op.replaceLogo, { image: tinyLogo, theme: "dark" });
    const dark = (await look(organization)).logo_dark_file ?? "";
    expect(dark).toMatch(/^[0-9a-f]{32}$/);
    expect(await look(organization)).toMatchObject({ logo_file: light });
    await runTidyTwice(organization);
    expect(await keys(organization)).toHaveLength(8);
    const reference = { organization: id, file: dark, size: "64" };
    expect(await accountHandle(owner).run(op.viewMyLogo, reference)).toBe("members");
    expect(await publicHandle().run(op.viewPublicLogo, reference)).toBeNull();
    expect(await accountHandle(await createPerson()).run(op.viewMyLogo, reference)).toBeNull();
    await guard`insert into public.roles (organization_id, id, key, name, permissions) values
      (${id}, guard.uuid7(), 'clerk', 'Clerk', '{settings.view,settings.manage}')`;
    const clerk = await addMember(organization, { role: "clerk" });
    const paint = asMember(
      { ...clerk, slug: organization.slug },
      "settings.update",
      (sql) => sql`update organizations set logo_dark_file = ${"0".repeat(32)}`,
    );
    expect(await paint).toBe("BE003");

    const kept = await guard<{ files: string[] }[]>`select guard.needed_files(${id}) as files`;
    expect(kept[0]?.files.sort()).toEqual([light, dark].sort());
    await owner.handle.run(op.removeLogo, {});
    await runTidyTwice(organization);
    expect(await look(organization)).toMatchObject({ logo_file: null, logo_dark_file: dark });
    expect((await keys(organization)).every((key) => key.startsWith(`${id}/logo/${dark}/`))).toBe(true);
    await owner.handle.run(op.removeLogo, { theme: "dark" });
    await runTidyTwice(organization);
    expect(await keys(organization)).toEqual([]);
  });

  it("[S39] is not shown any more once its organization is deleted", async () => {
    const organization = await createOrganization();
    const file = await withLogo(organization);
    await organization.owner.handle.run(op.setVisibility, { publicly_visible: true });
    await guard`update public.organizations set state = 'deleted' where id = ${organization.id}`;
    const reference = { organization: organization.id, file, size: "64" };
    expect(await publicHandle().run(op.viewPublicLogo, reference)).toBeNull();
    expect(await accountHandle(organization.owner).run(op.viewMyLogo, reference)).toBeNull();
  });

  it("stands in the organization's mails with its colour, and in nobody else's", async () => {
    const organization = await createOrganization();
    await withLogo(organization);
    await organization.owner.handle.run(op.updateLook, { accent: "#b0478a" });
    const job = await leased(organization, "logo.tidy");
    const dress = await lookOf(job);
    expect(dress?.accent).toBe("#b0478a");
    expect(dress?.logo?.subarray(1, 4).toString()).toBe("PNG");
    expect(await lookOf({ ...job, organizationId: null })).toBeNull();
  });
});

describe("strangers", () => {
  it("see nothing of an organization unless it wants to, alike for one that does not exist", async () => {
    const organization = await createOrganization();
    const { owner, slug, name, id } = organization;
    const seen = (of: string) => publicHandle().run(op.viewPublicLook, { slug: of });
    expect([await seen(slug), await seen("no-such-place")]).toEqual([null, null]);
    await owner.handle.run(op.setVisibility, { publicly_visible: true });
    expect(await seen(slug)).toEqual({ id, name, slug, accent: null, logoFile: null, logoDarkFile: null });
    await owner.handle.run(op.setVisibility, { publicly_visible: false });
    expect(await seen(slug)).toBeNull();
  });
});

describe("a bucket in place of the folder", () => {
  it("is spoken to as S3 is, and keeps what is put there", async () => {
    const kept = new Map<string, Buffer>();
    const server = createServer((asked, response) => {
      const path = asked.url?.split("?")[0] ?? "";
      const parts: Buffer[] = [];
      asked.on("data", (part: Buffer) => parts.push(part));
      asked.on("end", () => {
        expect(asked.headers.authorization).toContain("AWS4-HMAC-SHA256 Credential=id/");
        if (asked.method === "PUT") kept.set(path, Buffer.concat(parts));
        const found = kept.get(path);
        if (asked.method === "DELETE") kept.delete(path);
        response.statusCode = asked.method === "GET" && !found ? 404 : 200;
        response.end(asked.method === "GET" ? found : undefined);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const endpoint = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const credentials = { accessKeyId: "id", secretAccessKey: "secret" };
    const disk = await openDisk({
      dataDir: "/nowhere",
      s3: { bucket: "berth", region: "us-east-1", endpoint, credentials },
    });
    await disk.put("one/logo/two/64.webp", tinyLogo, { contentType: "image/webp" });
    expect([...kept.keys()]).toEqual(["/berth/one/logo/two/64.webp"]);
    expect(Buffer.from(await disk.getBytes("one/logo/two/64.webp")).equals(tinyLogo)).toBe(true);
    await disk.delete("one/logo/two/64.webp");
    await expect(disk.getBytes("one/logo/two/64.webp")).rejects.toThrow();
    await new Promise((resolve) => server.close(resolve));
  });
});
