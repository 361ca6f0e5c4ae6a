import { notFound } from "next/navigation";

/** Where a handoff ends that leads nowhere. A page of its own, because only a page can be a 404 that people can use. */
export default function NoOrganizationPage() {
  notFound();
}
