import { describe, expect, it } from "vitest";
import { readPreferences, updatePreferences } from "@/lib/preferences/operations";
import { readSettings, readSettingsHistory, updateSettings } from "@/lib/settings/operations";
import { callApi } from "@/lib/testing/api";
import { generalSettings } from "@/lib/testing/settings-records";
import { addMember, createOrganization, guard } from "@/lib/testing/world";
import { groups } from "./choices";
import { getWorkspace, updateWorkspace } from "./operations";
import { workspace } from "./schema";

describe("preferences", () => {
  it("have defaults, keep what was not given, and read what is no longer valid as the default", async () => {
    const { owner, id } = await createOrganization();
    const standard = {
      week_start: "monday",
      date_format: "day-month-year",
      clock: "24",
      currencies: [],
      default_service: null,
    };
    expect(await owner.handle.run(readPreferences, {})).toEqual(standard);
    await owner.handle.run(updatePreferences, { week_start: "sunday", currencies: "eur, gbp; EUR" });
    await owner.handle.run(updatePreferences, { default_service: "Express" });
    const changed = { ...standard, week_start: "sunday", currencies: ["EUR", "GBP"], default_service: "Express" };
    expect(await owner.handle.run(readPreferences, {})).toEqual(changed);
    await guard`update public.organizations set preferences = preferences || ${guard.json({ week_start: "wednesday", clock: 24, gone: 1 })}
      where id = ${id}`;
    expect(await owner.handle.run(readPreferences, {})).toEqual({ ...changed, week_start: "monday" });
  });

  it("name the field that is wrong", async () => {
    const { owner } = await createOrganization();
    const save = (input: object) => owner.handle.run(updatePreferences, input as never);
    for (const [field, value] of Object.entries({
      week_start: "wednesday",
      currencies: ["EUR", "XXQ"],
      default_service: "a\nb",
      clock: 24,
      unknown: "x",
    }))
      await expect(save({ [field]: value }), field).rejects.toMatchObject({
        code: "invalid",
        fields: { [field]: [expect.any(String)] },
      });
  });

  it("changed at once by two people both stand", async () => {
    const { owner } = await createOrganization();
    await Promise.all([
      owner.handle.run(updatePreferences, { week_start: "sunday" }),
      owner.handle.run(updatePreferences, { clock: "12" }),
      owner.handle.run(updatePreferences, { date_format: "year-month-day" }),
    ]);
    expect(await owner.handle.run(readPreferences, {})).toMatchObject({
      week_start: "sunday",
      clock: "12",
      date_format: "year-month-day",
    });
  });
});

describe("the workspace configuration", () => {
  it("has the 42 settings of the API, each with a default", async () => {
    const { owner } = await createOrganization();
    const read = await owner.handle.run(getWorkspace, {});
    expect(Object.keys(read)).toHaveLength(42);
    expect(read).toMatchObject({
      default_currency: "USD",
      default_weight_unit: "KG",
      default_dimension_unit: "CM",
      insured_by_default: false,
      default_label_type: "PDF",
      pref_last_mile: [],
      customs_eori_number: null,
    });
    const general = ["default_currency", "default_country_code", "default_weight_unit", "default_dimension_unit"];
    const shown = groups.flatMap(({ fields }) => fields.map(({ name }) => name));
    expect([...shown, ...general].sort()).toEqual(Object.keys(workspace.shape).sort());
  });

  it("stands on the settings: units, currency and country are one and the same", async () => {
    const { owner } = await createOrganization();
    await owner.handle.run(updateWorkspace, {
      default_currency: "EUR",
      default_weight_unit: "LB",
      default_country_code: "DE",
      insured_by_default: true,
      pref_last_mile: ["mailbox", "mailbox", "po_box"],
      default_parcel_weight: 1.5,
    });
    expect(await owner.handle.run(readSettings, {})).toMatchObject({
      currency: "EUR",
      weight_unit: "lb",
      country: "DE",
    });
    await owner.handle.run(updateSettings, { ...generalSettings, weight_unit: "g" } as never);
    expect(await owner.handle.run(getWorkspace, {})).toMatchObject({
      default_weight_unit: "G",
      default_country_code: null,
      insured_by_default: true,
      pref_last_mile: ["mailbox", "po_box"],
      default_parcel_weight: 1.5,
    });
    await owner.handle.run(updateWorkspace, { default_parcel_weight: "" });
    expect(await owner.handle.run(getWorkspace, {})).toMatchObject({
      default_parcel_weight: null,
      insured_by_default: true,
    });
  });

  it("refuses what is on no list", async () => {
    const { owner } = await createOrganization();
    const save = (input: object) => owner.handle.run(updateWorkspace, input as never);
    for (const [field, value] of Object.entries({
      default_currency: "XXQ",
      default_country_code: "ZZ",
      default_weight_unit: "kg",
      print_label_size: "A3",
      default_export_reason: "fun",
      print_customs_copies: 1.5,
      default_parcel_weight: -1,
      pref_max_lead_time_days: "soon",
      insured_by_default: "perhaps",
      state_tax_id: "x".repeat(61),
      default_delivery_instructions: "a\u0000b",
      object_type: "workspace-config",
    }))
      await expect(save({ [field]: value }), field).rejects.toMatchObject({
        code: "invalid",
        fields: { [field]: [expect.any(String)] },
      });
    await expect(save({ print_customs_copies: 25, pref_max_lead_time_days: -1 })).rejects.toMatchObject({
      fields: {
        print_customs_copies: ["A whole number from 1 to 20."],
        pref_max_lead_time_days: ["A whole number from 0 to 365."],
      },
    });
  });
});

describe("the history of settings", () => {
  it("says who changed what, field by field, and nothing of another organization", async () => {
    const [a, b] = [await createOrganization(), await createOrganization()];
    const admin = await addMember(a, { role: "admin" });
    await a.owner.handle.run(updatePreferences, { week_start: "sunday" });
    await admin.handle.run(updateWorkspace, { default_label_type: "ZPL", default_currency: "EUR" });
    await b.owner.handle.run(updatePreferences, { clock: "12" });
    const { data } = await a.owner.handle.run(readSettingsHistory, {});
    expect(data.map(({ operation }) => operation)).toEqual(["workspace.update", "preferences.update"]);
    expect(data[0]).toMatchObject({
      actor: `${admin.name} <${admin.email}>`,
      before: { currency: "USD", workspace: {} },
      after: { currency: "EUR", workspace: { default_label_type: "ZPL" } },
    });
    const one = await a.owner.handle.run(readSettingsHistory, { limit: 1 });
    const next = await a.owner.handle.run(readSettingsHistory, { limit: 1, cursor: one.next_cursor ?? "" });
    expect(next.data.map(({ operation }) => operation)).toEqual(["preferences.update"]);
    const foreign = { limit: 1, cursor: one.next_cursor ?? "" };
    await expect(b.owner.handle.run(readSettingsHistory, foreign)).rejects.toMatchObject({ reason: "bad_cursor" });
  });
});

/** JSON that two readers would not agree on, or that the database cannot keep. */
describe("[S83] hostile JSON for settings", () => {
  const bodies: [string, string][] = [
    ["__proto__", '{"__proto__":{"week_start":"sunday"},"week_start":"sunday"}'],
    ["constructor", '{"constructor":{"prototype":{"polluted":true}}}'],
    ["1,000 levels", `{"currencies":${"[".repeat(1000)}${"]".repeat(1000)}}`],
    ["a field twice", '{"clock":"12","clock":"24"}'],
    ["NUL", '{"default_service":"a\\u0000b"}'],
    ["half a surrogate", '{"default_service":"\\ud800"}'],
    ["half a surrogate in a name", '{"\\udc00":"x"}'],
    ["1e400", '{"default_parcel_weight":1e400}'],
    ["not a number", '{"default_parcel_weight":NaN}'],
    ["2 MB", JSON.stringify({ default_service: "x".repeat(2_000_000) })],
    ["a list", "[]"],
    ["a text", '"x"'],
    ["no JSON", "{"],
  ];
  it.each(bodies)("%s is refused, and nothing changes", async (_name, body) => {
    const { owner, slug, id } = await createOrganization();
    for (const path of ["/preferences", "/workspace-config"]) {
      const answer = await callApi({ method: "PATCH", path, slug, session: owner.hostSession, body });
      expect([400, 413, 422], path).toContain(answer.status);
    }
    expect(Object.hasOwn({}, "polluted")).toBe(false);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    const [row] = await guard`select preferences, workspace from public.organizations where id = ${id}`;
    expect(row).toEqual({ preferences: {}, workspace: {} });
  });

  it("the API changes what is given", async () => {
    const { owner, slug } = await createOrganization();
    const call = (method: string, path: string, body?: unknown) =>
      callApi({ method, path, slug, session: owner.hostSession, body });
    const changed = await call("PATCH", "/workspace-config", {
      customs_eori_number: "DE123",
      label_message_1: "Fragile",
    });
    expect([changed.status, changed.body.customs_eori_number]).toEqual([200, "DE123"]);
    expect((await call("GET", "/workspace-config")).body).toMatchObject({ label_message_1: "Fragile" });
    expect((await call("PATCH", "/preferences", { currencies: ["EUR"] })).body).toMatchObject({ currencies: ["EUR"] });
    expect((await call("GET", "/settings/history?limit=1")).body.data).toHaveLength(1);
  });
});
