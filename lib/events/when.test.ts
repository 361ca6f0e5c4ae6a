import { describe, expect, it } from "vitest";
import { eventNouns, eventTypes } from "./nouns";
import { sampleOf } from "./samples";
import { whenOf } from "./when";

describe("when an event is sent", () => {
  it("is said of each, in a sentence of its own", () => {
    const said = eventTypes.map(whenOf);
    for (const words of said) expect(words).toMatch(/^[A-Z][^\n]{8,150}\.$/);
    expect(new Set(said).size).toBe(said.length);
    expect(whenOf("address.created")).toBe("An address was added.");
    expect(() => whenOf("shipment.lost")).toThrow("shipment.lost");
  });

  it("is seen in its sample, where the record's state tells", () => {
    expect(sampleOf("shipment.delivered")).toMatchObject({ status: "delivered", delivered_at: expect.any(String) });
    expect(sampleOf("registration.withdrawn")).toMatchObject({ state: "rejected", closed_as: "withdrawn" });
    expect(sampleOf("key.revoked")).toMatchObject({ ended_as: "revoked" });
    expect(sampleOf("order.confirmed")).toMatchObject({ status: "confirmed" });
    for (const { noun, verbs } of eventNouns) {
      const [first, ...others] = verbs.map((verb) => Object.keys(sampleOf(`${noun}.${verb}`)).sort());
      for (const other of others) expect(other, noun).toEqual(first);
    }
  });
});
