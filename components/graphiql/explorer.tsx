"use client";

import dynamic from "next/dynamic";
import type { EditorProps } from "./editor";

const Editor = dynamic(() => import("./editor").then(({ Editor: loaded }) => loaded), {
  ssr: false,
  loading: () => (
    <p role="status" className="grid h-full place-items-center text-muted">
      Loading the editor …
    </p>
  ),
});

/** GraphiQL in the place that the page gives it. It is loaded with this page alone, in the browser alone. */
export function Explorer(props: EditorProps) {
  return (
    <div className="h-[calc(100dvh-13rem)] min-h-[28rem] overflow-hidden rounded-lg border border-border bg-surface">
      <Editor {...props} />
    </div>
  );
}
