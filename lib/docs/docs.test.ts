import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openApiDocument } from "@/lib/api/openapi";
import { errorCodes } from "@/lib/errors";
import { chapterHref, chapters } from "./chapters";
import { errorRows, httpCodes } from "./error-words";
import { placeOf } from "./fill-in";
import { guideText, headingId, readGuide } from "./guides";
import { llmsText } from "./llms";
import { anchorOf, entriesOf, groupNames, groupOf, type OpenApi } from "./reference";
import { searchDocs } from "./search";

const document = openApiDocument() as OpenApi;
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
      ...groupNames(document).map(({ slug }) => `/docs/reference/${slug}`),
    ]);
    for (const { slug } of chapters)
      for (const [, href = ""] of (guideText(slug) ?? "").matchAll(/\]\((\/[^)]+)\)/g)) {
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
    const groups = groupNames(document).map(({ slug }) => groupOf(document, slug, place.api));
    const anchors = groups.flatMap((group) => group?.operations.map(({ anchor }) => anchor) ?? []);
    expect(anchors.length).toBe(entriesOf(document).length);
    expect(new Set(anchors).size).toBe(anchors.length);
    expect(groupOf(document, "nothing", place.api)).toBeUndefined();
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
    ]);
    const role = members?.operations.find(({ id }) => id === "members.set_role");
    expect(role?.samples[1]?.code).toMatch(/^const answer = await berth\.members\.setRole\("mem_…", \{/);
    expect(role?.samples[0]?.code).not.toContain("password");
  });
});

describe("the search", () => {
  it("finds guides and operations by their words, titles first", () => {
    const hits = searchDocs("idempotency key", document, place);
    expect(hits[0]?.href).toBe("/docs/idempotency#once-idempotency-key");
    const members = searchDocs("list members", document, place).map(({ href }) => href);
    expect(members).toContain(`/docs/reference/members#${anchorOf("members.list")}`);
    expect(searchDocs("zzzz nothing", document, place)).toEqual([]);
    expect(searchDocs(" ", document, place)).toEqual([]);
  });
});

it("tells programs everything as one text", () => {
  const text = llmsText(document, place);
  expect(text.startsWith("# Berth\n")).toBe(true);
  for (const { title } of chapters) expect(text).toContain(`# ${title}`);
  expect(text).toContain("`GET /api/v1/members` List members");
  expect(text).not.toMatch(/\{\{|^```\w+ /m);
});
