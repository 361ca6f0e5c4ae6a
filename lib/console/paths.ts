export function organizationPath(id: string): string {
  return `/console/organizations/${id}`;
}

export function visitPath(id: string, tab?: string): string {
  return `${organizationPath(id)}/visit${tab ? `?${new URLSearchParams({ tab })}` : ""}`;
}
