import { Card } from "@/components/ui/card";
import type { PostalAddress } from "@/lib/postal/schema";
import { postalLines } from "@/lib/postal/words";

export function AddressCard({ title, address }: { title: string; address: PostalAddress }) {
  return (
    <Card title={title}>
      <AddressText address={address} />
    </Card>
  );
}

export function AddressText({ address }: { address: PostalAddress }) {
  const [first, ...rest] = postalLines(address);
  return (
    <address className="not-italic">
      <p className="font-medium">{first}</p>
      {rest.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {address.phone && <p className="mt-2 text-muted">{address.phone}</p>}
      {address.email && <p className="break-all text-muted">{address.email}</p>}
    </address>
  );
}
