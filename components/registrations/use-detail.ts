import { useEffect, useState } from "react";
import { send } from "@/components/form/send";
import { findRegistrationAction } from "@/lib/registrations/actions";
import type { RegistrationDetail } from "@/lib/registrations/schema";

type Asked = { id: string; detail: RegistrationDetail | null };

type Wanted = { openId: string | undefined; fromPage: RegistrationDetail | null; organizationId: string };

/** The open request, from the page or asked for alone. Undefined until it is here, null where there is none. */
export function useDetail({ openId, fromPage, organizationId }: Wanted): RegistrationDetail | null | undefined {
  const [asked, setAsked] = useState<Asked>();
  const missing = openId !== undefined && fromPage?.id !== openId && asked?.id !== openId;
  useEffect(() => {
    if (!missing) return;
    let left = false;
    const answer = (detail: RegistrationDetail | null) => !left && setAsked({ id: openId, detail });
    send(findRegistrationAction, { organization: organizationId, id: openId }).then(
      (state) => answer(state.status === "done" ? state.data : null),
      () => answer(null),
    );
    return () => {
      left = true;
    };
  }, [missing, openId, organizationId]);
  if (openId === undefined) return null;
  if (fromPage?.id === openId) return fromPage;
  return missing ? undefined : asked?.detail;
}
