import { settled } from "@/lib/access/after";
import { untilSettled } from "./waiting";
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

/** Seals what is waiting, of what is over: work that goes on behind an answer may be an older transaction. */
export async function sealAll(): Promise<void> {
  await settled();
  await untilSettled();
  for (;;) {
    const [row] = await guard<{ sealed: number }[]>`select guard.seal_entries(1000) as sealed`;
    if ((row?.sealed ?? 0) < 1000) return;
  }
}
