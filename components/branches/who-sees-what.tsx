import { Card } from "@/components/ui/card";

/** Who sees what, in plain words. */
export function WhoSeesWhat({ everywhere }: { everywhere: number }) {
  return (
    <Card title="Who sees what">
      <ul className="grid list-disc gap-2 ps-4 text-table">
        <li>
          {everywhere === 1 ? "One member belongs" : `${everywhere} members belong`} to all branches and see every
          record that their role allows.
        </li>
        <li>
          A member of a branch sees its shipments, orders, assets and customers, and those of the branches below it.
          Lists, search, exports and counts show nothing else.
        </li>
        <li>
          Records without a branch belong to the whole organization: people of all branches see them. Customers and
          addresses without a branch are shared with everybody.
        </li>
        <li>
          A role can differ by branch. It decides about records there; rights on members and settings come from the
          member's own role.
        </li>
      </ul>
    </Card>
  );
}
