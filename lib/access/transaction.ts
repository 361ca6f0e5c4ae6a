import type pg from "pg";
import type { Statement } from "@/db/batch";
import { appPool } from "@/db/connection";
import { BerthError } from "@/lib/errors";
import { Conversation, drizzleOver, hangUp, withSetting } from "./conversation";
import { Database } from "./database";
import { isConnectionLoss, isRetryable, translateDatabaseError } from "./database-errors";
import { expectation, type Opened, readOpened } from "./opened";

/** The first statement of a transaction: proves a credential and answers who acts, as one scalar. */
export type Opening = {
  name: string;
  text: string;
  values: unknown[];
  /** What decides the answer, but for the operation: the credential and where it was shown. */
  who: string;
};

type Work<T> = (db: Database, opened: Opened) => Promise<T>;

export type Transaction<T> = {
  opening: Opening;
  access: "read" | "write";
  /** Everything that the work asks is asked before its first answer, so opening, queries and end are one round trip. */
  asksOnce: boolean;
  work: Work<T>;
  /** The work has effects outside the database, so it waits for the verdict. */
  provenFirst: boolean;
  /** The opening was answered, whatever becomes of the work. */
  onOpened: (opened: Opened) => void;
};

const attempts = 3;

/**
 * Runs work in one transaction whose context the opening proved. Opening and first queries ride together when this
 * credential was answered before: the work then begins with that answer, and where the new one differs, nothing of it
 * stands and it begins anew. A deadlock, and a connection lost before the commit, are tried again (nothing had
 * happened). Throws BerthError for refusals.
 */
export async function inTransaction<T>(transaction: Transaction<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(transaction);
    } catch (error) {
      if (error instanceof OtherAnswer) continue;
      if (attempt < attempts && isWorthAnother(error)) continue;
      throw translateDatabaseError(error);
    }
  }
}

/** The answer was another one than last time: what was begun with that one does not stand. */
class OtherAnswer extends Error {}

function isWorthAnother(error: unknown): boolean {
  return isRetryable(error) || (isConnectionLoss(error) && !(error instanceof BerthError));
}

async function once<T>(transaction: Transaction<T>): Promise<T> {
  const client = await appPool()
    .connect()
    .catch((error: unknown) => {
      throw translateDatabaseError(error);
    });
  const key = expectation.key(transaction.opening.who);
  const known = { key, expected: expectation.of(key) };
  let broken: Error | undefined;
  let failed = true;
  try {
    const done = await (transaction.asksOnce && known.expected !== undefined
      ? inOneTrip(client, transaction, known)
      : inTrips(client, transaction, known));
    failed = false;
    return done;
  } catch (error) {
    if (error instanceof Error && isConnectionLoss(error)) broken = error;
    throw error;
  } finally {
    hangUp(client, { failed });
    client.release(broken);
  }
}

type Known = { key: string; expected: string | undefined };

/** Without `begin` the statements of one trip are one transaction; it ends by itself. */
async function inOneTrip<T>(client: pg.PoolClient, transaction: Transaction<T>, known: Known): Promise<T> {
  const readOnly = withSetting(transaction.opening, "transaction_read_only", "on");
  const talk = open(client, { opening: [readOnly], only: true }, known);
  return work(talk, client, transaction, known.expected);
}

async function inTrips<T>(client: pg.PoolClient, transaction: Transaction<T>, known: Known): Promise<T> {
  const { opening, access } = transaction;
  const begin = { text: access === "read" ? "begin read only" : "begin", values: [] };
  const talk = open(client, { opening: [begin, opening], only: false }, known);
  let done: T;
  try {
    done = await work(
      talk,
      client,
      transaction,
      (transaction.provenFirst ? undefined : known.expected) ?? (await talk.answer),
    );
  } catch (error) {
    // Where even this fails the connection is gone, and the pool drops it.
    await talk.conversation.end("rollback").catch(() => undefined);
    throw error;
  }
  const ended = talk.conversation.end("commit");
  // What was read stands whether or not the end is heard; the next user's statements queue up behind it.
  if (access === "read") ended.catch(() => undefined);
  else await confirm(ended);
  return done;
}

async function confirm(ended: Promise<string>): Promise<void> {
  const command = await ended.catch((cause: unknown) => {
    if (!isConnectionLoss(cause)) throw cause;
    throw new BerthError(
      "unavailable",
      "The database went away while this was being saved. Look whether it is there before you try again.",
      { cause, reason: "commit_unknown", retryAfter: 5 },
    );
  });
  if (command !== "COMMIT") throw new Error("The transaction had failed and was rolled back.");
}

type Talk = { conversation: Conversation; answer: Promise<string> };

function open(client: pg.PoolClient, first: { opening: Statement[]; only: boolean }, { key, expected }: Known): Talk {
  const conversation = new Conversation(client, first);
  const answer = conversation.opened.then(
    (given) => {
      expectation.remember(key, given);
      if (expected !== undefined && !expectation.matches(expected, given)) throw new OtherAnswer();
      return given;
    },
    (error: unknown) => {
      expectation.forget(key);
      throw error;
    },
  );
  answer.catch(() => undefined); // whoever waits hears it
  return { conversation, answer };
}

/** The work's outcome counts only when the opening was answered as the work was told. */
async function work<T>(talk: Talk, client: pg.PoolClient, transaction: Transaction<T>, told = ""): Promise<T> {
  const opened = readOpened(told);
  const db = new Database(drizzleOver(client, talk.conversation), opened, () => talk.conversation.keepPlans());
  const [answer, outcome] = await Promise.allSettled([talk.answer, transaction.work(db, opened)]);
  if (answer.status === "rejected") throw answer.reason;
  transaction.onOpened(opened);
  if (outcome.status === "rejected") throw outcome.reason;
  return outcome.value;
}
