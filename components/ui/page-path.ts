/** The path as the address bar shows it; on the server it still carries the rewrite's `/o/<slug>`. */
export function pagePath(path: string): string {
  return path.replace(/^\/o\/[^/]+(?=\/|$)/, "") || "/";
}
