"use client";

import { ErrorState } from "@/components/ui/error-state";

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <ErrorState
      title="This page could not be shown"
      requestId={error.digest}
      action={
        <button
          type="button"
          className="h-9 rounded-control bg-accent px-3.5 font-medium text-on-accent text-sm hover:bg-accent-hover touch:h-11"
          onClick={reset}
        >
          Try again
        </button>
      }
    >
      Something went wrong on our side. What you saved before is kept.
    </ErrorState>
  );
}
