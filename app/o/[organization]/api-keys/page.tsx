import { ApiRulesDialog } from "@/components/keys/api-rules";
import { CreateKey } from "@/components/keys/create-key";
import { KeyPolicy } from "@/components/keys/key-policy";
import { KeyTable } from "@/components/keys/key-table";
import { RoomNote } from "@/components/plans/room-note";
import { GuideLink } from "@/components/ui/guide-link";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import type { SearchParams } from "@/lib/access/list-page";
import { organizationPage } from "@/lib/access/page-door";
import { env } from "@/lib/env";
import { apiLink, rootLink } from "@/lib/hosts";
import { readApiRules } from "@/lib/keys/api-rules-operations";
import { listKeys } from "@/lib/keys/operations";
import { readKeyPolicy } from "@/lib/keys/policy-operations";
import { givableScopes } from "@/lib/keys/scope-schema";
import { isOver } from "@/lib/keys/states";
import { findRoom } from "@/lib/plans/operations";
import { makeRoom } from "@/lib/plans/words";
import { organizationShell } from "@/lib/shell/page";
import { FeatureHere } from "../feature-here";

export const metadata = { title: "API keys" };

type PageProps = { params: Promise<{ organization: string }>; searchParams: SearchParams };

const views = ["live", "test", "ended"] as const;
type View = (typeof views)[number];

export default async function ApiKeysPage({ params, searchParams }: PageProps) {
  const door = await organizationPage(params);
  const [{ data }, { whenMakerLeaves }, rules, room] = await Promise.all([
    door.run(listKeys, {}),
    door.run(readKeyPolicy, {}),
    door.run(readApiRules, {}),
    door.run(findRoom, { limit: "keys" }),
  ]);
  const { organization, permissions } = await organizationShell((await params).organization);
  // Without a word in the address: the keys of the records that are shown everywhere else.
  const usual: View = door.request.info.test ? "test" : "live";
  const asked = (await searchParams).view;
  const view = views.find((each) => each === asked) ?? usual;
  const addressOf = (each: View) => (each === usual ? "/api-keys" : `/api-keys?view=${each}`);
  const manages = permissions.includes("keys.manage");
  const given = { organizationId: organization.id, api: apiLink(env().rootUrl, "/api/v1") };
  const givable = givableScopes({ has: (permission) => permissions.includes(permission) });
  const shown = {
    live: data.filter((key) => !isOver(key) && key.mode === "live"),
    test: data.filter((key) => !isOver(key) && key.mode === "test"),
    ended: data.filter(isOver),
  };
  return (
    <>
      <PageHeader
        title="API keys"
        description={
          <>
            For programs that act for this organization. A key never holds more than who made it, and{" "}
            {whenMakerLeaves === "end" ? "ends when they leave" : "stays when they leave"}.{" "}
            <GuideLink href={rootLink(env().rootUrl, "/docs/quick-start")}>Quick start</GuideLink>
          </>
        }
        actions={
          <>
            {permissions.includes("settings.manage") && (
              <>
                <ApiRulesDialog organizationId={organization.id} rules={rules} />
                <KeyPolicy organizationId={organization.id} whenMakerLeaves={whenMakerLeaves} />
              </>
            )}
            {manages && <CreateKey {...given} givable={givable} room={room} />}
          </>
        }
      />
      <FeatureHere door={door} feature="api" held={permissions} />
      {manages && room && <RoomNote limit="keys" room={room} full={makeRoom("Revoke", room)} className="mb-4" />}
      <Tabs
        label="API keys"
        current={addressOf(view)}
        tabs={[
          { href: addressOf("live"), label: "Live", count: shown.live.length },
          { href: addressOf("test"), label: "Test", count: shown.test.length },
          { href: addressOf("ended"), label: "Ended", count: shown.ended.length },
        ]}
      />
      <KeyTable
        {...given}
        keys={shown[view]}
        timeZone={organization.timeZone}
        manages={manages}
        seesCalls={permissions.includes("logs.view")}
        view={view}
      />
    </>
  );
}
