import { describe, expect, it } from "vitest";
import type { LeasedDelivery } from "./delivery";
import { DeliveryQueue } from "./queue";

const leased = (organization: string, endpoint: string): LeasedDelivery =>
  ({ organization, endpoint, standing: "1" }) as Partial<LeasedDelivery> as LeasedDelivery; // all that a queue looks at

function takeAll(queue: DeliveryQueue): string[] {
  const taken: string[] = [];
  for (let next = queue.take(0); next; next = queue.take(0)) taken.push(next.endpoint);
  return taken;
}

describe("what waits to be sent", () => {
  it("takes turns, endpoint by endpoint", () => {
    const queue = new DeliveryQueue();
    for (let n = 0; n < 3; n += 1) queue.add(leased("one", "a"), 0);
    queue.add(leased("two", "b"), 0);
    expect([queue.take(0), queue.take(0), queue.take(0)].map((each) => each?.endpoint)).toEqual(["a", "b", "a"]);
  });

  it("goes out to one endpoint, for one organization and in all within bounds", () => {
    const queue = new DeliveryQueue();
    for (const endpoint of ["a", "b", "c"]) for (let n = 0; n < 60; n += 1) queue.add(leased("one", endpoint), 0);
    const first = takeAll(queue);
    expect(first).toHaveLength(48);
    expect(Math.max(...["a", "b", "c"].map((name) => first.filter((each) => each === name).length))).toBeLessThan(33);
    for (let at = 0; at < 10; at += 1)
      for (let n = 0; n < 60; n += 1) queue.add(leased(`other ${at}`, `endpoint ${at}`), 0);
    const others = takeAll(queue);
    expect(others).toHaveLength(128 - 48);
    expect(others.filter((name) => name === "endpoint 0").length).toBeLessThan(33);
    queue.end(leased("one", "a"));
    expect(takeAll(queue)).toHaveLength(1);
  });

  it("is dropped for one endpoint, and counted", () => {
    const queue = new DeliveryQueue();
    for (const endpoint of ["a", "b", "b"]) queue.add(leased("one", endpoint), 0);
    const gone = queue.take(0);
    expect(queue.size).toBe(3);
    expect(queue.drop("b")).toHaveLength(2);
    expect([gone?.endpoint, queue.size]).toEqual(["a", 1]);
    queue.end(leased("one", "a"));
    expect([queue.size, queue.take(0), queue.drop()]).toEqual([0, undefined, []]);
  });

  it("goes to no endpoint that was not seen of late, nor to one as it was before", () => {
    const queue = new DeliveryQueue();
    const changed = { ...leased("one", "a"), standing: "2" };
    queue.add(leased("one", "a"), 10);
    queue.add(leased("two", "b"), 20);
    expect([queue.take(15)?.endpoint, queue.take(15)]).toEqual(["b", undefined]);
    expect(queue.unseen(15)).toEqual([{ organization: "one", endpoint: "a", standing: "1" }]);
    expect(queue.saw(queue.unseen(15), new Set(["a"]), 20)).toEqual([]);
    expect([queue.unseen(15), queue.take(15)?.endpoint]).toEqual([[], "a"]);
    queue.add(leased("one", "a"), 20);
    expect(queue.add(changed, 30)).toEqual([leased("one", "a")]);
    expect(queue.saw([leased("one", "a")], new Set(), 40)).toEqual([]);
    expect(queue.saw([changed], new Set(), 40)).toEqual([changed]);
    expect([queue.size, queue.take(0)]).toEqual([2, undefined]);
  });
});
