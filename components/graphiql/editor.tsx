"use client";

import "./graphiql.css";
import { GraphiQL } from "graphiql";
import { useEffect, useRef, useState } from "react";
import { keptHere } from "./kept-here";
import { makeReadable } from "./make-readable";

export type EditorProps = {
  document: string;
  theme: "light" | "dark" | "system";
  /** Of the page's policy: menus and dialogs hold the page still by a style of their own. */
  nonce: string | undefined;
};

type Asked = { query: string; variables?: unknown; operationName?: string | null | undefined };

export function Editor({ document, theme, nonce }: EditorProps) {
  const [storage] = useState(() => {
    Object.assign(globalThis, { __webpack_nonce__: nonce });
    return keptHere();
  });
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => (root.current ? makeReadable(root.current) : undefined), []);
  return (
    <div ref={root} className="h-full">
      <link rel="stylesheet" href="/api/graphiql.css" precedence="low" />
      <GraphiQL
        fetcher={ask}
        storage={storage}
        defaultQuery={document}
        forcedTheme={theme}
        isHeadersEditorEnabled={false}
        shouldPersistHeaders={false}
      />
    </div>
  );
}

/** As the reader of this page, in the organization of its address. */
async function ask({ query, variables, operationName }: Asked): Promise<Record<string, unknown>> {
  const response = await fetch("/api/graphql", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ query, variables, operationName }),
  });
  return response.json();
}
