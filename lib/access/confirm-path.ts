/** Where somebody proves again who they are, and comes back from. */
export function confirmPath(path: string): string {
  const page = /^\/console($|[/?])/.test(path) ? "/console/confirm" : "/confirm";
  return `${page}?${new URLSearchParams({ to: path })}`;
}
