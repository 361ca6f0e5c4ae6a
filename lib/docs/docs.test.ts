import { readdirSync, readFileSync } from "node:fs";
import { parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { openApiDocument } from "@/lib/api/openapi";
import { errorCodes } from "@/lib/errors";
import { eventTypes } from "@/lib/events/nouns";
import { sampleOf } from "@/lib/events/samples";
import { schema } from "@/lib/graphql/schema";
import { chapterHref, chapters } from "./chapters";
import { errorRows, httpCodes } from "./error-words";
import { allEvents, eventKindPage, eventKinds, eventsHref } from "./event-pages";
import { filledIn, placeOf } from "./fill-in";
import { graphqlSample, graphqlSamples } from "./graphql-samples";
import { guideText, headingId, readGuide } from "./guides";
import { llmsText } from "./llms";
import { anchorOf, entriesOf, groupOf, groupParts, type OpenApi } from "./reference";
import { searchDocs } from "./search";

const document = openApiDocument() as OpenApi;
const groupSlugs = groupParts(document).flatMap(({ groups }) => groups.map(({ slug }) => slug));
const place = placeOf(new URL("http://berth.localhost:3000"));

describe("the guides", () => {
  it("are there, each once, and none is left out", () => {
    const files = readdirSync("docs").map((name) => name.replace(/\.md$/, ""));
    expect(files.sort()).toEqual(chapters.map(({ slug }) => slug).sort());
    for (const { slug, title } of chapters) expect(readGuide(slug, place)?.title).toBe(title);
    expect(guideText("../README")).toBeUndefined();
  });

  it("leave no placeholder but the reader's key, and know where programs reach this installation", () => {
    for (const { slug } of chapters) {
      const raw =
        readGuide(slug, place)
          ?.tokens.map((token) => token.raw)
          .join("") ?? "";
      expect(raw.replaceAll("{{key}}", "")).not.toMatch(/\{\{\w+\}\}/);
    }
    expect(place).toEqual({ site: "http://berth.localhost:3000", api: "http://localhost:3000" });
    const own = placeOf(new URL("https://berth.example.com"));
    expect(own).toEqual({ site: "https://berth.example.com", api: "https://berth.example.com" });
  });

  it("link only to what is there", () => {
    const known = new Set([
      ...chapters.map(({ slug }) => chapterHref(slug)),
      "/docs/reference",
      ...groupSlugs.map((slug) => `/docs/reference/${slug}`),
      eventsHref,
      ...eventKinds.map(({ href }) => href),
    ]);
    for (const { slug } of chapters)
      for (const [, href = ""] of filledIn(guideText(slug) ?? "", place).matchAll(/\]\((\/[^)]+)\)/g)) {
        const [path = "", hash] = href.split("#");
        expect(known, `${slug}: ${href}`).toContain(path);
        const target = chapters.find((each) => chapterHref(each.slug) === path);
        if (hash && target) expect(readGuide(target.slug, place)?.headings.map(({ id }) => id)).toContain(hash);
      }
  });

  it("have headings with addresses of their own", () => {
    expect(headingId("Once: `Idempotency-Key`")).toBe("once-idempotency-key");
    for (const { slug } of chapters) {
      const ids = readGuide(slug, place)?.headings.map(({ id }) => id) ?? [];
      expect(new Set(ids).size, slug).toBe(ids.length);
    }
  });

  it("explain every code that an answer can carry", () => {
    const told = errorRows.map(({ code }) => code);
    const ofHttp = readFileSync("lib/api/api-fault.ts", "utf8").match(/(?<=\| ")[a-z_]+(?=")/g) ?? [];
    expect(ofHttp.length).toBeGreaterThan(4);
    expect([...told].sort()).toEqual([...Object.keys(errorCodes), ...ofHttp].sort());
    expect([...httpCodes].sort()).toEqual([...ofHttp].sort());
    for (const { code, status } of errorRows.filter(({ code }) => code in errorCodes))
      expect(errorCodes[code as keyof typeof errorCodes]).toBe(status);
  });
});

describe("the reference", () => {
  it("has every operation once, under an address of its own", () => {
    const groups = groupSlugs.map((slug) => groupOf(document, slug, place.api));
    const anchors = groups.flatMap((group) => group?.operations.map(({ anchor }) => anchor) ?? []);
    expect(anchors.length).toBe(entriesOf(document).length);
    expect(new Set(anchors).size).toBe(anchors.length);
    expect(groupOf(document, "nothing", place.api)).toBeUndefined();
  });

  it("has its groups by importance and its operations as one looks for them", () => {
    const [people, work] = groupParts(document);
    expect(people).toMatchObject({ title: "People" });
    expect(people?.groups.slice(0, 2).map(({ slug }) => slug)).toEqual(["members", "registrations"]);
    expect(work?.groups.slice(0, 2).map(({ slug }) => slug)).toEqual(["shipments", "orders"]);
    const idsOf = (slug: string) =>
      groupOf(document, slug, place.api)?.operations.map(({ id }) => id.split(".")[1]) ?? [];
    expect(idsOf("shipments").slice(0, 4)).toEqual(["list", "create", "find", "update"]);
    expect(idsOf("orders")).toEqual([
      "list",
      "create",
      "find",
      "update",
      "remove",
      "confirm",
      "fulfil",
      "cancel",
      "history",
      "move",
    ]);
    expect(idsOf("members").slice(0, 4)).toEqual(["list", "find", "set_role", "remove"]);
    expect(idsOf("webhooks").slice(0, 5)).toEqual(["list", "create", "find", "update", "delete"]);
    expect(idsOf("tokens")).toEqual(["create", "refresh", "verify", "end"]);
    for (const slug of groupSlugs.filter((each) => idsOf(each).includes("list")))
      expect(idsOf(slug).indexOf("list"), slug).toBeLessThanOrEqual(idsOf(slug).includes("ask") ? 1 : 0);
  });

  it("says the same fields once on a page", () => {
    const operations = groupOf(document, "shipments", place.api)?.operations ?? [];
    const of = (id: string) => operations.find((each) => each.id === `shipments.${id}`);
    expect(of("create")?.answer.length).toBeGreaterThan(10);
    expect(of("find")).toMatchObject({
      answer: [],
      answerExample: undefined,
      answerSame: { href: "#shipments-create" },
    });
    expect(of("update")?.answerSame?.title).toBe(of("create")?.summary);
    const addresses = groupOf(document, "addresses", place.api)?.operations ?? [];
    expect(addresses.find(({ id }) => id === "addresses.update")?.bodySame).toMatchObject({
      href: "#addresses-create",
      optional: true,
    });
  });

  it("has a document for GraphQL where there is one, which its schema takes", () => {
    const known = new Map(entriesOf(document).map(({ entry }) => [entry.operationId, entry]));
    expect(graphqlSamples.length).toBeGreaterThan(60);
    for (const id of graphqlSamples) {
      expect(known.has(id), id).toBe(true);
      expect(validate(schema, parse(graphqlSample(id) ?? "")), id).toEqual([]);
    }
    const members = groupOf(document, "members", place.api)?.operations ?? [];
    expect(members[0]?.samples.map(({ label }) => label)).toEqual(["cURL", "Client library", "GraphQL"]);
  });

  it("shows what a call wants and answers, and how one sends it", () => {
    const members = groupOf(document, "members", place.api);
    const list = members?.operations.find(({ id }) => id === "members.list");
    expect(list).toMatchObject({ keyScopes: ["members:read"], path: "/members", method: "GET" });
    expect(list?.query.map(({ name }) => name)).toContain("cursor");
    const [data] = list?.answer ?? [];
    expect(data?.rows.map(({ name }) => name)).toContain("role_key");
    expect(list?.samples.map(({ code }) => code)).toEqual([
      'curl "http://localhost:3000/api/v1/members" \\\n  -H "Authorization: Token {{key}}"',
      "for await (const each of berth.members.list({ limit: 20 })) {\n  console.log(each);\n}",
      graphqlSample("members.list"),
    ]);
    const role = members?.operations.find(({ id }) => id === "members.set_role");
    expect(role?.samples[1]?.code).toMatch(/^const answer = await berth\.members\.setRole\("mem_…", \{/);
    expect(role?.samples[0]?.code).not.toContain("password");
  });
});

describe("the pages of events", () => {
  it("have every event once, with its example and the words for each field", () => {
    expect(allEvents.map(({ type }) => type)).toEqual(eventTypes);
    expect(new Set(allEvents.map(({ anchor, kind }) => `${kind.href}#${anchor}`)).size).toBe(eventTypes.length);
    for (const { slug } of eventKinds) {
      const page = eventKindPage(document, slug);
      for (const { type } of page?.events ?? []) {
        const body = JSON.parse(page?.examples[type] ?? "");
        expect(body).toMatchObject({ event: type, data: sampleOf(type) });
        expect(page?.fields.map(({ name }) => name).sort(), type).toEqual(Object.keys(body.data).sort());
        expect(page?.around.map(({ name }) => name).sort(), type).toEqual(Object.keys(body).sort());
      }
      for (const { name, about } of [...(page?.fields ?? []), ...(page?.around ?? [])])
        expect(about, `${slug}.${name}`).toMatch(/\.$/);
    }
    expect(eventKindPage(document, "nothing")).toBeUndefined();
  });
});

describe("the search", () => {
  it("finds guides and operations by their words, titles first", () => {
    const hits = searchDocs("idempotency key", document, place);
    expect(hits[0]?.href).toBe("/docs/idempotency#once-idempotency-key");
    const members = searchDocs("list members", document, place).map(({ href }) => href);
    expect(members).toContain(`/docs/reference/members#${anchorOf("members.list")}`);
    expect(searchDocs("shipment.delivered", document, place)[0]?.href).toBe("/docs/events/shipment#shipment-delivered");
    expect(searchDocs("shipment_purchased", document, place).map(({ title }) => title)).toContain("shipment.ready");
    expect(searchDocs("zzzz nothing", document, place)).toEqual([]);
    expect(searchDocs(" ", document, place)).toEqual([]);
  });
});

it("tells programs everything as one text", () => {
  const text = llmsText(document, place);
  expect(text.startsWith("# Berth\n")).toBe(true);
  for (const { title } of chapters) expect(text).toContain(`# ${title}`);
  expect(text).toContain("`GET /api/v1/members` List members");
  for (const { type, when } of allEvents) expect(text).toContain(`- \`${type}\` ${when}`);
  expect(text).not.toMatch(/\{\{|^```\w+ /m);
});
