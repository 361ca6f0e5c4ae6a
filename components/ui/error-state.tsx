import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { CopyText } from "@/components/ui/copy-text";

export type ErrorStateProps = {
  title: string;
  /** What happened, what was kept, what to do. */
  children?: ReactNode;
  requestId?: string;
  action?: ReactNode;
};

export function ErrorState({ title, children, requestId, action }: ErrorStateProps) {
  return (
    <div role="alert" className="flex flex-col items-center px-6 py-14 text-center">
      <span className="mb-4 grid size-10 place-items-center rounded-surface bg-danger-soft text-danger">
        <CircleAlert aria-hidden="true" className="size-5" />
      </span>
      <p className="font-semibold text-base">{title}</p>
      {children && <div className="mt-1 max-w-md text-balance text-muted">{children}</div>}
      {action && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
      {requestId && (
        <p className="mt-6 flex items-center gap-2 text-muted text-xs">
          Request <CopyText value={requestId} label="Copy request id" />
        </p>
      )}
    </div>
  );
}
