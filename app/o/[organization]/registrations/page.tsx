import type { SearchParams } from "@/lib/access/list-page";
import { RegistrationsView } from "./registrations-view";

export const metadata = { title: "Registrations" };

type Props = { params: Promise<{ organization: string }>; searchParams: SearchParams };

export default function RegistrationsPage(props: Props) {
  return <RegistrationsView {...props} />;
}
