import { existsSync, readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { encodeId } from "@/lib/ids";
import { resources } from "@/lib/resources";
import { pagesOf } from "./pages";

const folder = "app/o/[organization]";
const written = { shp: "/shipments", mem: "/members", reg: "/registrations", whk: "/webhooks" };
const pageOf = (id: string) => pagesOf(["apk_1", id])[id];
const id = (prefix: string) => encodeId(prefix, "018f6b5e-0000-7000-8000-000000000001");

it("leads to the page of a record of every kind that has one", () => {
  expect(existsSync(`${folder}/[resource]/[id]/page.tsx`)).toBe(true);
  for (const { prefix, path } of resources) expect(pageOf(id(prefix)), path).toBe(`${path}/${id(prefix)}`);
  for (const [prefix, path] of Object.entries(written)) expect(pageOf(id(prefix))).toBe(`${path}/${id(prefix)}`);
  const own = readdirSync(folder).filter((name) => existsSync(`${folder}/${name}/[id]/page.tsx`));
  expect(own.map((name) => `/${name}`).sort()).toEqual(["/[resource]", ...Object.values(written)].sort());
});

it("leads nowhere where there is no page", () => {
  for (const prefix of ["apk", "log", "inv", "toString"]) expect(pageOf(`${prefix}_1`)).toBeUndefined();
});
