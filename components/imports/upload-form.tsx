"use client";

import { Upload } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";

type Props = { /** `/customers` */ path: string };
type Fault = { message: string };

const largest = 50_000_000;

/** Sends the chosen file as it is; what is wrong with it as a whole is said here, what is wrong with rows on the next page. */
export function UploadForm({ path }: Props) {
  const router = useRouter();
  const [sending, setSending] = useState(false);
  const [fault, setFault] = useState<Fault>();

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get("file");
    if (!(file instanceof File) || file.size === 0) return setFault({ message: "Choose a file first." });
    if (file.size > largest) return setFault({ message: "This file is larger than 50 MB. Split it." });
    setSending(true);
    setFault(undefined);
    const answer = await upload(path, file);
    if ("id" in answer) return router.push(`${path}/import/${answer.id}`);
    setFault(answer);
    setSending(false);
  }

  return (
    <form onSubmit={send} className="grid gap-4">
      <div>
        <label htmlFor="import-file" className="mb-1.5 block font-medium">
          CSV file
        </label>
        <input
          id="import-file"
          type="file"
          name="file"
          accept=".csv,.txt,text/csv"
          aria-describedby="import-file-help"
          className="block w-full rounded-control border bg-surface text-table file:mr-3 file:h-9 file:cursor-pointer file:border-0 file:border-border file:border-r file:border-solid file:bg-hover file:px-3 file:font-medium touch:file:h-11"
        />
        <p id="import-file-help" className="mt-1.5 text-muted text-table">
          Up to 50 MB and 100,000 records, in UTF-8. The first line names the columns.
        </p>
      </div>
      {fault && <Callout tone="danger">{fault.message}</Callout>}
      <div>
        <Button type="submit" variant="primary" pending={sending}>
          <Upload />
          Check file
        </Button>
      </div>
    </form>
  );
}

async function upload(path: string, file: File): Promise<{ id: string } | Fault> {
  const lost = { message: "The file did not get through. Try again." };
  try {
    const address = `/api/v1/imports${path}?name=${encodeURIComponent(file.name)}`;
    const response = await fetch(address, { method: "POST", body: file, headers: { "Content-Type": "text/csv" } });
    const answer = await response.json();
    if (response.ok) return { id: String(answer.id) };
    return { message: String(answer.errors?.[0]?.message ?? lost.message) };
  } catch {
    return lost;
  }
}
