import { readFileSync } from "node:fs";
import { baseEnv, EnvError } from "@/lib/env";
import type { Check } from "../commands/doctor";

/** Below these, the packages have published security faults. */
const floors: Record<string, string> = { next: "16.4.6", "next-auth": "4.24.15" };
const oldestNode = "20.20.0";

export function environmentChecks(): Check[] {
  return [environment(), node(), ...Object.entries(floors).map(([name, floor]) => packageVersion(name, floor))];
}

function environment(): Check {
  try {
    const { rootUrl, dataDir, embedded } = baseEnv();
    const where = embedded ? `embedded database under ${dataDir}` : "database by DATABASE_URL";
    return { name: "Environment", ok: true, says: `${rootUrl.origin}, ${where}` };
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    return { name: "Environment", ok: false, says: error.faults.join(" ") };
  }
}

function node(): Check {
  const { version } = process;
  const ok = isAtLeast(version.slice(1), oldestNode);
  return { name: "Node", ok, says: ok ? version : `${version} is too old: Berth needs ${oldestNode} or newer.` };
}

function packageVersion(name: string, floor: string): Check {
  const file = new URL(`../../../node_modules/${name}/package.json`, import.meta.url);
  const version = String((JSON.parse(readFileSync(file, "utf8")) as { version: unknown }).version);
  const ok = isAtLeast(version, floor);
  return { name, ok, says: ok ? version : `${version} has known security faults: update to ${floor} or newer.` };
}

function isAtLeast(version: string, floor: string): boolean {
  return version.localeCompare(floor, "en", { numeric: true }) >= 0;
}
