import { migrationsCurrent } from "@/db/migrate";
import { catalogue } from "@/lib/catalogue";

export type Readiness = {
  ready: boolean;
  database: "ok" | "unreachable";
  migrations: "current" | "pending" | "unknown";
};

const freshFor = 1_000;

/** Asks the database at most once a second whether it answers and is migrated. */
export function readinessProbe(url: string): () => Promise<Readiness> {
  let asked = 0;
  let answer: Promise<Readiness> | undefined;
  return () => {
    if (!answer || Date.now() - asked > freshFor) {
      asked = Date.now();
      answer = probe(url);
    }
    return answer;
  };
}

async function probe(url: string): Promise<Readiness> {
  try {
    const current = await migrationsCurrent(url, catalogue);
    return { ready: current, database: "ok", migrations: current ? "current" : "pending" };
  } catch {
    return { ready: false, database: "unreachable", migrations: "unknown" };
  }
}
