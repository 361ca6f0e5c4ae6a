import type { Sheet } from "./sheet";

/** What somebody with these permissions may do with a list as a file. */
export function sheetRights({ permissions }: Pick<Sheet, "permissions">, held: readonly string[]) {
  return {
    import: ["data.import", permissions.import, permissions.create].every((each) => held.includes(each)),
    export: held.includes("data.export") && held.includes(permissions.view),
  };
}
