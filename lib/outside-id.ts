import { z } from "zod";

/** A UUID for code and pages, and `org_…` in what the REST API takes and answers. */
export function outsideId(prefix: string) {
  return z.uuid({ error: `Not an id of this kind: it begins with ${prefix}_.` }).meta({ outsideId: prefix });
}
