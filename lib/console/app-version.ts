import manifest from "@/package.json" with { type: "json" };

export function appVersion(): string {
  return manifest.version;
}
