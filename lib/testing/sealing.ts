import { guard } from "./world";

/** Proves every chain to its end. */
export async function proveAll(): Promise<void> {
  for (;;) {
    const [row] = await guard<{ proved: number }[]>`select guard.prove_chains(10000) as proved`;
    const [left] = await guard<{ n: number }[]>`select count(*)::int as n from audit.chains
      where broken_entry is null and verified_position < position`;
    if (!row?.proved || left?.n === 0) return;
  }
}

/** Seals what is waiting. Transactions of other tests in the same database never run beside it. */
export async function sealAll(): Promise<void> {
  for (;;) {
    const [row] = await guard<{ sealed: number }[]>`select guard.seal_entries(1000) as sealed`;
    if ((row?.sealed ?? 0) < 1000) return;
  }
}
