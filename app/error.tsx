"use client";

import { buttonStyles } from "@/components/ui/button-styles";
import { ErrorState } from "@/components/ui/error-state";

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <ErrorState
      title="This page could not be shown"
      requestId={error.digest}
      action={
        <button type="button" className={buttonStyles({ variant: "primary" })} onClick={reset}>
          Try again
        </button>
      }
    >
      Something went wrong on our side. What you saved before is kept.
    </ErrorState>
  );
}
