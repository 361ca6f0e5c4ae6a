import { describe, expect, it } from "vitest";
import { askVersion } from "./answering";

describe("askVersion", () => {
  it("names the variable and the host of a database that does not answer, and no password", async () => {
    const silent = askVersion("DATABASE_AUTH_URL", "postgres://berth_auth:word-of-mouth@127.0.0.1:1/berth");
    await expect(silent).rejects.toThrow(
      "The database at 127.0.0.1:1 does not answer: connect ECONNREFUSED 127.0.0.1:1. Check DATABASE_AUTH_URL.",
    );
  });
});
