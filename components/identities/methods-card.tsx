"use client";

import { LockKeyhole } from "lucide-react";
import { startTransition, useState } from "react";
import { PasswordForm } from "@/components/form/password-form";
import { send } from "@/components/form/send";
import { ProviderMark } from "@/components/identities/provider-mark";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { Dialog } from "@/components/ui/dialog";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import { toast } from "@/components/ui/toast";
import { linkProviderAction, unlinkAction } from "@/lib/identities/actions";
import type { Methods, ProviderButton } from "@/lib/identities/schema";
import { signInWays } from "@/lib/sign-in-ways";

type Props = { methods: Methods; providers: ProviderButton[]; timeZone: string };
type Identity = Methods["identities"][number];

const rowStyle = "flex flex-wrap items-center gap-x-4 gap-y-3 px-5 py-4 [&>svg]:size-5 [&>svg]:shrink-0";

/** Every way into the account: the password, and providers that are on or were linked. */
export function MethodsCard({ methods, providers, timeZone }: Props) {
  const { passwordSince, identities } = methods;
  const linked = identities.map((identity) => ({
    // The same row before and after it is linked, so that what goes on in it ends in it.
    key: `${identity.provider} ${identities.filter((each) => each.provider === identity.provider).indexOf(identity)}`,
    provider: providers.find(({ id }) => id === identity.provider) ?? switchedOff(identity.provider),
    identity,
  }));
  const free = providers
    .filter(({ id }) => !identities.some(({ provider }) => provider === id))
    .map((provider) => ({ key: `${provider.id} 0`, provider, identity: undefined }));
  return (
    <Card title="Sign-in methods" description="Each of these opens your account by itself." padded={false}>
      <ul className="divide-y">
        <li className={rowStyle}>
          <LockKeyhole aria-hidden="true" className="text-muted" />
          <div className="min-w-0 flex-1 basis-48">
            <p className="font-medium">Password</p>
            <p className="mt-0.5 text-muted text-table">
              {passwordSince ? (
                <>
                  Set <DateTime value={passwordSince} timeZone={timeZone} />
                </>
              ) : (
                <>
                  You have none. <TextLink href="/forgot-password">Set one by mail</TextLink>
                </>
              )}
            </p>
          </div>
        </li>
        {[...linked, ...free].map(({ key, ...row }) => (
          <ProviderRow key={key} {...row} timeZone={timeZone} />
        ))}
      </ul>
    </Card>
  );
}

type Provider = ProviderButton & { off?: boolean };

function switchedOff(id: Identity["provider"]): Provider {
  return { id, label: signInWays.find(({ value }) => value === id)?.label ?? id, off: true };
}

type RowProps = { provider: Provider; identity: Identity | undefined; timeZone: string };

function ProviderRow({ provider, identity, timeZone }: RowProps) {
  const { label } = provider;
  const [open, setOpen] = useState(false);
  return (
    <li className={rowStyle}>
      <ProviderMark provider={provider.id} />
      <div className="min-w-0 flex-1 basis-48">
        <p className="font-medium">{label}</p>
        <p className="mt-0.5 break-words text-muted text-table">
          {identity?.email && <>{identity.email} · </>}
          {!identity && "Not linked"}
          {identity && !identity.doubted && provider.off && "switched off in this installation"}
          {identity?.doubted && (
            <>
              opens nothing until you <TextLink href="/account/security/check">say that it stays</TextLink>
            </>
          )}
          {identity && !identity.doubted && !provider.off && (
            <>
              last used <RelativeTime value={identity.lastUsedAt} timeZone={timeZone} />
            </>
          )}
        </p>
      </div>
      {identity ? (
        <Button size="sm" aria-label={`Unlink ${label}`} onClick={() => setOpen(true)}>
          Unlink
        </Button>
      ) : (
        <LinkButton provider={provider} />
      )}
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={`Unlink ${label}?`}
        description="It does not open your account any more. Sessions that began with it on other devices end."
      >
        <PasswordForm
          action={unlinkAction}
          id={identity?.id ?? ""}
          submitLabel="Unlink"
          submitTone="danger"
          onDone={() => {
            setOpen(false);
            toast.done(`${label} is unlinked`);
          }}
        />
      </Dialog>
    </li>
  );
}

function LinkButton({ provider }: { provider: Provider }) {
  const [pending, setPending] = useState(false);
  function link() {
    setPending(true);
    startTransition(async () => {
      const state = await send(linkProviderAction, { provider: provider.id });
      if (state?.status === "failed" && state.code !== "confirm_password") toast.failed(state.message);
      setPending(false);
    });
  }
  return (
    <Button size="sm" pending={pending} onClick={link} aria-label={`Link ${provider.label}`}>
      Link
    </Button>
  );
}
