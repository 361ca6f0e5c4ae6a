/** The branch that lists show until somebody chooses otherwise: of one member, in one organization's host. */
export const branchCookie = "berth_branch";

export function memoryText(membershipId: string, branchId: string): string {
  return `${membershipId}.${branchId}`;
}

/** The remembered branch; nothing where somebody else of this browser chose it. */
export function rememberedBranch(text: string | undefined, membershipId: string): string | undefined {
  const [member, branch] = (text ?? "").split(".");
  return member === membershipId ? branch : undefined;
}
