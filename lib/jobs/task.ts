/** Trying again cannot help: the job ends here and waits for a person in the console. */
export class PermanentError extends Error {
  override readonly name = "PermanentError";
}

/** A job that this worker has claimed, with the secret that proves it. */
export type LeasedJob = {
  id: string;
  lease: string;
  task: string;
  organizationId: string | null;
  payload: unknown;
  attempt: number;
};

export type JobContext = {
  job: LeasedJob;
  /** Aborts before the lease ends, and when the process goes down. Long work must stop on it. */
  signal: AbortSignal;
  /** Keeps a sealed mail in the mailbox and completes the job, in one transaction. */
  storeMail(recipient: string, sealedMessage: string): Promise<void>;
};

/**
 * Does one job. It may run again with the same job id after a crash, so effects outside the database carry that id.
 * Throw {@link PermanentError} where another try cannot help; anything else is tried again, later and later.
 * Answer "completed" where the handler completed the lease itself.
 */
// biome-ignore lint/suspicious/noConfusingVoidType: most handlers end without an answer
export type JobHandler = (context: JobContext) => Promise<"completed" | void>;

/** Something to look for again and again. It only lists what is due and enqueues one job for each. */
export type Sweep = {
  /** Cron pattern, in UTC. */
  match: string;
  run(): Promise<void>;
};
