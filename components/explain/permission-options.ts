import type { Option } from "@/components/ui/select";
import { describePermission } from "@/lib/access/permissions";
import { permissionAreas } from "@/lib/roles/areas";

/** Every permission in words, in its area. */
export const permissionOptions: Option[] = permissionAreas.flatMap(({ name, permissions }) =>
  permissions.map((value) => ({ value, label: describePermission(value), group: name })),
);
