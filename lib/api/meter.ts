import { hash } from "node:crypto";
import type { Around, Handle } from "@/lib/access/handle";
import { BerthError } from "@/lib/errors";
import { type Caller, type Counted, countCall, fullNow } from "@/lib/limits/calls";
import { inWords } from "@/lib/limits/limits";
import type { ApiRequest } from "./api-request";

const most = 20_000;
/** Whose calls a credential's last one were, so that the next one is counted before anything is opened. */
const callers = new Map<string, Caller>();

/** Counts one call of an organization over HTTP, once, and says in the answer's headers what is left. */
export class Meter {
  #counting: Promise<Counted | undefined> | undefined;
  readonly #who: string;

  constructor({ headers, host }: ApiRequest) {
    const shown = ["authorization", "cookie", "x-org-id"].map((name) => headers.get(name));
    this.#who = hash("sha256", JSON.stringify([...shown, host]), "base64url");
  }

  /** Counts a caller that is known. Throws `limited` where nothing of theirs goes through now. */
  start(handle: Handle): void {
    const caller = callers.get(this.#who);
    if (!caller) return;
    const full = fullNow(caller);
    this.#counting = full ? Promise.resolve(full) : countCall(caller);
    if (!full) return;
    handle.organizationId = caller.organizationId;
    throw limited(full);
  }

  /** The call counts on whoever the database opened for; where it is one too many, what was done is rolled back. */
  readonly around: Around = async ({ actor }, work) => {
    if (!("organizationId" in actor) || actor.organizationId === null) return work();
    const caller = { organizationId: actor.organizationId, credentialId: actor.credentialId };
    this.#counting ??= countCall(caller);
    this.#remember(caller);
    const [counted, outcome] = await Promise.allSettled([this.#counting, work()]);
    if (counted.status === "fulfilled" && counted.value?.passes === false) throw limited(counted.value);
    if (outcome.status === "rejected") throw outcome.reason;
    return outcome.value;
  };

  /** The credential opened nothing: its next call is counted only once it opens something. */
  forget(): void {
    callers.delete(this.#who);
  }

  async headers(): Promise<Record<string, string>> {
    const counted = await this.#counting;
    if (!counted) return {};
    const { budgets } = counted;
    return {
      "RateLimit-Policy": budgets.map(({ name, limit, window }) => `"${name}";q=${limit};w=${window}`).join(", "),
      RateLimit: budgets.map(({ name, left, resets }) => `"${name}";r=${left};t=${resets}`).join(", "),
    };
  }

  #remember(caller: Caller): void {
    if (callers.size >= most) callers.clear();
    callers.set(this.#who, caller);
  }
}

/** What is spent and stays so longest is what the caller waits for. */
function limited({ budgets }: Counted): BerthError {
  const [spent] = budgets.filter(({ left }) => left === 0).sort((a, b) => b.resets - a.resets);
  const wait = Math.max(1, spent?.resets ?? 1);
  const { sentence, reason, remedy = "" } = refusals[spent?.name ?? "credential"];
  return new BerthError("limited", `${sentence} Wait ${inWords(wait)}${remedy}.`, { retryAfter: wait, reason });
}

const refusals: Record<Counted["budgets"][number]["name"], { sentence: string; reason: string; remedy?: string }> = {
  credential: {
    sentence: "This credential called more often than it may in a minute.",
    reason: "calls_of_credential",
  },
  organization: {
    sentence: "This organization called more often than it may in a minute.",
    reason: "calls_of_organization",
  },
  day: {
    sentence: "This organization made all the calls that its plan has for a day.",
    reason: "calls_of_day",
    remedy: ", or ask the operators of this installation to raise the limit",
  },
};
