import { createHash } from "node:crypto";
import { createServer, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { GET as handoffRoot } from "@/app/(public)/handoff/route";
import { GET as mailbox } from "@/app/dev/mailbox.json/route";
import { GET as begin } from "@/app/o/[organization]/auth/begin/route";
import { GET as handoff } from "@/app/o/[organization]/auth/handoff/route";
import { env } from "@/lib/env";
import { organizationHost } from "@/lib/hosts";
import { consume } from "@/lib/limits/limits";
import { listMembers } from "@/lib/members/operations";
import { serverLimits } from "@/lib/server/connections";
import { changeAddress } from "@/lib/settings/operations";
import { createOrganization, createPerson, request, unique } from "@/lib/testing/world";
import { sessionCookie } from "./cookies";
import { accountPage, consolePage, organizationPage } from "./page-door";

/** What a page sees of a request, with no middleware in between: the headers of the Node entry, and the cookies. */
const seen = vi.hoisted(() => ({ headers: new Headers() }));

vi.mock("next/headers", async () => {
  const { RequestCookies } = await import("next/dist/compiled/@edge-runtime/cookies");
  return { headers: async () => seen.headers, cookies: async () => new RequestCookies(seen.headers) };
});

const notFound = { digest: expect.stringMatching(/404$/) };
const away = (path: string) => ({ digest: expect.stringContaining(path) });
const open = (slug: string) => organizationPage(Promise.resolve({ organization: slug }));

function come(host: string, cookie = ""): void {
  seen.headers = new Headers({ "x-berth-host": host, ...(cookie ? { cookie } : {}) });
}

const hostOf = (slug: string) => organizationHost(env().rootUrl, slug);
const session = (secret: string) => `${sessionCookie}=${secret}`;

/** The same to whoever decodes it. */
const spelledOut = (secret: string) => secret.replace("s", "%73");

beforeEach(() => come(""));

describe("without the middleware [S34]", () => {
  it("an organization's pages open on its own host only", async () => {
    const [a, b] = [await createOrganization(), await createOrganization()];
    const cookie = session(a.owner.hostSession);
    for (const host of [
      "",
      env().rootUrl.host,
      hostOf(b.slug),
      "evil.example",
      "127.0.0.1",
      `${a.slug}.evil.example`,
    ]) {
      come(host, cookie);
      await expect(open(a.slug), host).rejects.toMatchObject(notFound);
    }
    come(hostOf(a.slug), cookie);
    expect((await (await open(a.slug)).run(listMembers, {})).data).toHaveLength(1);
  });

  it("another organization's session, or the root's, is nobody's", async () => {
    const [a, b] = [await createOrganization(), await createOrganization()];
    for (const secret of [a.owner.hostSession, a.owner.session, b.owner.session]) {
      come(hostOf(b.slug), session(secret));
      const door = await open(b.slug);
      await expect(door.run(listMembers, {})).rejects.toMatchObject(away("/auth/begin"));
    }
  });

  it("account and console stay on the root host", async () => {
    const { owner, slug } = await createOrganization();
    come(hostOf(slug), session(owner.session));
    await expect(accountPage()).rejects.toMatchObject(away(env().rootUrl.host));
    await expect(consolePage()).rejects.toMatchObject(away(env().rootUrl.host));
    come("evil.example", session(owner.session));
    await expect(accountPage()).rejects.toMatchObject(notFound);
    await expect(consolePage()).rejects.toMatchObject(notFound);
  });

  it("the mailbox shows itself to no name that only points here", async () => {
    for (const host of ["", "evil.example", hostOf("acme"), "127.0.0.1"]) {
      come(host);
      await expect(mailbox(new Request("http://127.0.0.1/dev/mailbox.json")), host).rejects.toMatchObject(notFound);
    }
    come(env().rootUrl.host);
    expect((await mailbox(new Request("http://127.0.0.1/dev/mailbox.json"))).status).toBe(200);
  });

  it("a handoff neither begins nor ends on another host", async () => {
    const [a, b] = [await createOrganization(), await createOrganization()];
    come(hostOf(b.slug));
    const { NextRequest } = await import("next/server");
    for (const route of [begin, handoff]) {
      const incoming = new NextRequest(`http://${hostOf(b.slug)}/auth?code=x`);
      const answer = await route(incoming, { params: Promise.resolve({ organization: a.slug }) });
      expect(answer.status).toBe(404);
    }
  });
});

describe("a handoff", () => {
  const nonce = "n".repeat(43);
  const hash = createHash("sha256").update(nonce).digest("hex");

  async function rootHalf(session_: string, host: string, address = request().address): Promise<Response> {
    come(env().rootUrl.host, session(session_));
    seen.headers.set("x-berth-address", address);
    const { NextRequest } = await import("next/server");
    return handoffRoot(
      new NextRequest(`http://${env().rootUrl.host}/handoff?${new URLSearchParams({ host, nonce: hash })}`),
    );
  }

  it("answers a full limit with 429, when to come again, and a sentence", async () => {
    const { owner, slug } = await createOrganization();
    const { address } = request();
    await consume([{ name: "handoff/network", key: address, points: 600, seconds: 900, cost: 600 }]);
    const { NextRequest } = await import("next/server");
    const answers = [await rootHalf(owner.session, slug, address)];
    come(hostOf(slug), `__Host-berth-nonce=${nonce}`);
    seen.headers.set("x-berth-address", address);
    answers.push(
      await handoff(new NextRequest(`http://${hostOf(slug)}/auth/handoff?code=x`), {
        params: Promise.resolve({ organization: slug }),
      }),
    );
    for (const answer of answers) {
      expect(answer.status).toBe(429);
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(answer.headers.get("content-type")).toContain("text/html");
      expect(await answer.text()).toContain("Too many tries.");
    }
  });

  it("leads the same way for an address that is unknown, foreign, or moved, and says so on a 404", async () => {
    const [own, foreign] = [await createOrganization(), await createOrganization()];
    const moved = unique("moved");
    await own.owner.handle.run(changeAddress, { slug: moved });
    const targets = [];
    for (const host of [own.slug, foreign.slug, unique("nowhere")]) {
      const answer = await rootHalf(own.owner.session, host);
      targets.push([answer.status, answer.headers.get("location")]);
    }
    expect(targets[0]?.[1]).toMatch(/\/no-organization$/);
    expect(targets).toEqual([targets[0], targets[0], targets[0]]);
    const through = await rootHalf(own.owner.session, moved);
    expect(through.headers.get("location")).toContain(`//${hostOf(moved)}/auth/handoff?code=`);
    const signedOut = await rootHalf("bs_dead", own.slug);
    expect(signedOut.headers.get("location")).toMatch(/\/sign-in\?to=/);
  });

  it("sends the sessions of an address that moved round by the root", async () => {
    const { owner, slug } = await createOrganization();
    await owner.handle.run(changeAddress, { slug: unique("moved") });
    come(hostOf(slug), session(owner.hostSession));
    await expect((await open(slug)).run(listMembers, {})).rejects.toMatchObject(away("/auth/begin"));
  });
});

describe("tossed cookies [S51]", () => {
  it("beside the real one open nothing, in either order", async () => {
    const { owner, slug } = await createOrganization();
    const intruder = await createPerson();
    for (const cookie of [
      `${session(owner.hostSession)}; ${session(intruder.session)}`,
      `${session(intruder.session)}; ${session(owner.hostSession)}`,
      `${session("")}; ${session(owner.hostSession)}`,
      `${session(owner.hostSession)}; ${session(spelledOut(owner.hostSession))}`,
      `${session(owner.hostSession)}; ${session(spelledOut(intruder.session))}`,
    ]) {
      come(hostOf(slug), cookie);
      await expect(open(slug), cookie).rejects.toMatchObject(away("/auth/begin"));
    }
    come(
      hostOf(slug),
      `__host-berth=${intruder.session}; x${session(intruder.session)}; ${session(owner.hostSession)}`,
    );
    expect((await (await open(slug)).run(listMembers, {})).data).toHaveLength(1);
  });

  it("by the hundred end in a clean refusal", async () => {
    const server = createServer(serverLimits, (_, response) => response.end("reached"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const cookie = Array.from({ length: 200 }, (_, index) => `c${index}=${"x".repeat(100)}`).join("; ");
    const status = await new Promise((resolve, reject) => {
      send({ port, host: "127.0.0.1", headers: { cookie } }, (answer) => resolve(answer.resume().statusCode))
        .once("error", reject)
        .end();
    });
    server.close();
    expect(status).toBe(431);
  });
});
