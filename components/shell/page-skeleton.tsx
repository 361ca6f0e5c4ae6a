import { classNames } from "@/components/ui/class-names";

const charts = ["/", "/activity", "/usage"];
const notices = ["/notifications"];

/** The shape of the page that is on its way: figures, notices, or a list. */
export function PageSkeleton({ href, label }: { href: string; label: string }) {
  return (
    <div role="status" aria-label={`Loading ${label}`} className="animate-pulse">
      <Bone className="h-8 w-48" />
      <Bone className="mt-2 h-5 w-80 max-w-full" />
      <div className="mt-8">{charts.includes(href) ? <Charts /> : notices.includes(href) ? <Notices /> : <List />}</div>
    </div>
  );
}

function Bone({ className }: { className: string }) {
  return <div className={classNames("rounded-control bg-hover", className)} />;
}

const rows = [72, 56, 64, 80, 60, 68, 52, 76, 64, 58];

function List() {
  return (
    <>
      <div className="mb-3 flex gap-2">
        <Bone className="h-9 w-80 max-w-[70%]" />
        <Bone className="h-9 w-24" />
      </div>
      <div className="divide-y rounded-surface border bg-surface">
        {rows.map((width) => (
          <div key={width} className="flex h-10 items-center gap-6 px-3">
            <div className="h-3.5 rounded-control bg-hover" style={{ width: `${width / 4}%` }} />
            <Bone className="h-3.5 w-1/4 max-sm:hidden" />
            <Bone className="h-3.5 w-1/6" />
            <Bone className="ml-auto h-3.5 w-16" />
          </div>
        ))}
      </div>
    </>
  );
}

function Charts() {
  return (
    <div className="grid grid-cols-1 gap-6 lg:grid-cols-2">
      {["lg:col-span-2", "", ""].map((span, at) => (
        <div key={at === 0 ? "wide" : at} className={classNames("rounded-surface border bg-surface p-5", span)}>
          <Bone className="h-5 w-36" />
          <Bone className="mt-2 h-4 w-64 max-w-full" />
          <Bone className="mt-4 h-40 w-full" />
        </div>
      ))}
    </div>
  );
}

function Notices() {
  return (
    <div className="max-w-3xl divide-y rounded-surface border bg-surface">
      {rows.map((width) => (
        <div key={width} className="space-y-2 px-5 py-3.5">
          <div className="h-4 rounded-control bg-hover" style={{ width: `${width / 2}%` }} />
          <Bone className="h-3.5 w-2/3" />
        </div>
      ))}
    </div>
  );
}
