import type { ReactNode } from "react";

export type ErrorStateProps = {
  title: string;
  /** What happened, what was kept, what to do. */
  children?: ReactNode;
  requestId?: string;
  action?: ReactNode;
};

/** Comes with every page and is hardly ever seen: so it takes no component along. */
export function ErrorState({ title, children, requestId, action }: ErrorStateProps) {
  return (
    <div role="alert" className="flex flex-col items-center px-6 py-14 text-center">
      <span className="mb-4 grid size-10 place-items-center rounded-surface bg-danger-soft text-danger">
        <svg aria-hidden="true" viewBox="0 0 24 24" className="size-5 fill-none stroke-2 stroke-current">
          <circle cx="12" cy="12" r="10" />
          <path strokeLinecap="round" d="M12 8v4m0 4h.01" />
        </svg>
      </span>
      <p className="font-semibold text-base">{title}</p>
      {children && <div className="mt-1 max-w-md text-balance text-muted">{children}</div>}
      {action && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
      {requestId && (
        <p className="mt-6 flex items-center gap-2 text-muted text-xs">
          Request <code className="select-all font-mono text-[0.8125em]">{requestId}</code>
        </p>
      )}
    </div>
  );
}
