import type { Grantors } from "./grantors";

/** "Ana Ruiz or Bo Li can give it." */
export function grantWords({ names, anybody }: Grantors): string {
  if (!anybody) return "Nobody here can give it at the moment.";
  if (names.length === 0) return "An admin can give it.";
  const last = names.at(-1);
  return `${names.length > 1 ? `${names.slice(0, -1).join(", ")} or ${last}` : last} can give it.`;
}
