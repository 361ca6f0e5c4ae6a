import { describe, expect, it } from "vitest";
import { makeWorld } from "@/lib/testing/dashboard-world";
import { organizationDocuments } from "@/lib/testing/documents-of-organizations";
import { personDocuments } from "@/lib/testing/documents-of-people";
import { recordDocuments } from "@/lib/testing/documents-of-records";
import { graphql, serveGraphql } from "@/lib/testing/graphql";

serveGraphql();

describe("every listed document", () => {
  it.each([...organizationDocuments, ...personDocuments, ...recordDocuments])(
    "$name runs as it stands",
    async ({ document, variables }) => {
      const world = await makeWorld();
      const given = await variables?.(world);
      const answer = await graphql(document, { ...world.asked, ...(given ? { variables: given } : {}) });
      expect(answer.errors).toEqual([]);
      for (const [name, value] of Object.entries<{ errors?: unknown } | null>(answer.data)) {
        expect(value, name).not.toBeNull();
        if (value?.errors) expect(value.errors, name).toEqual([]);
      }
    },
  );
});
