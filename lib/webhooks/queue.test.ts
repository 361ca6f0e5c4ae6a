import { describe, expect, it } from "vitest";
import type { LeasedDelivery } from "./delivery";
import { DeliveryQueue } from "./queue";

const leased = (organization: string, endpoint: string): LeasedDelivery =>
  ({ organization, endpoint }) as Partial<LeasedDelivery> as LeasedDelivery; // all that a queue looks at

function takeAll(queue: DeliveryQueue): string[] {
  const taken: string[] = [];
  for (let next = queue.take(); next; next = queue.take()) taken.push(next.endpoint);
  return taken;
}

describe("what waits to be sent", () => {
  it("takes turns, endpoint by endpoint", () => {
    const queue = new DeliveryQueue();
    for (let n = 0; n < 3; n += 1) queue.add(leased("one", "a"));
    queue.add(leased("two", "b"));
    expect([queue.take(), queue.take(), queue.take()].map((each) => each?.endpoint)).toEqual(["a", "b", "a"]);
  });

  it("goes out to one endpoint, for one organization and in all within bounds", () => {
    const queue = new DeliveryQueue();
    for (const endpoint of ["a", "b", "c"]) for (let n = 0; n < 60; n += 1) queue.add(leased("one", endpoint));
    const first = takeAll(queue);
    expect(first).toHaveLength(48);
    expect(Math.max(...["a", "b", "c"].map((name) => first.filter((each) => each === name).length))).toBeLessThan(33);
    for (let at = 0; at < 10; at += 1)
      for (let n = 0; n < 60; n += 1) queue.add(leased(`other ${at}`, `endpoint ${at}`));
    const others = takeAll(queue);
    expect(others).toHaveLength(128 - 48);
    expect(others.filter((name) => name === "endpoint 0").length).toBeLessThan(33);
    queue.end(leased("one", "a"));
    expect(takeAll(queue)).toHaveLength(1);
  });

  it("is dropped for one endpoint, and counted", () => {
    const queue = new DeliveryQueue();
    for (const endpoint of ["a", "b", "b"]) queue.add(leased("one", endpoint));
    const gone = queue.take();
    expect(queue.size).toBe(3);
    expect(queue.drop("b")).toHaveLength(2);
    expect([gone?.endpoint, queue.size]).toEqual(["a", 1]);
    queue.end(leased("one", "a"));
    expect([queue.size, queue.take(), queue.drop()]).toEqual([0, undefined, []]);
  });
});
