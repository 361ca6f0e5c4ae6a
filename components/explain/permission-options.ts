import type { Option } from "@/components/ui/select";
import { permissionAreas, permissionWords } from "@/lib/roles/area-words";

/** Every permission in words, in its area. */
export const permissionOptions: Option[] = permissionAreas.flatMap(({ name, permissions }) =>
  permissions.map((value) => ({ value, label: permissionWords(value), group: name })),
);
