import { notFound } from "next/navigation";
import { consolePage } from "@/lib/access/page-door";

/** An address that leads nowhere is answered inside the console, to super admins. */
export default async function NothingPage() {
  await consolePage();
  notFound();
}
