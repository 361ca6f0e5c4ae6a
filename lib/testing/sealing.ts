import { guard } from "./world";

/** Seals what is waiting. Transactions of other tests in the same database never run beside it. */
export async function sealAll(): Promise<void> {
  for (;;) {
    const [row] = await guard<{ sealed: number }[]>`select guard.seal_entries(1000) as sealed`;
    if ((row?.sealed ?? 0) < 1000) return;
  }
}
