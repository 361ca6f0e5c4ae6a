import { cache } from "react";
import { consolePage } from "@/lib/access/page-door";
import { consoleShell } from "./operations";

/** Who acts and what waits, read once for one request. Anybody but a super admin sees that nothing is there. */
export const consoleFacts = cache(async () => (await consolePage()).run(consoleShell, {}));
