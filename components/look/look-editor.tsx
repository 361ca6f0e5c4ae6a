"use client";

import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { ColourField } from "@/components/look/colour-field";
import { ContrastFacts } from "@/components/look/contrast-facts";
import { LogoForm } from "@/components/look/logo-form";
import { LookPreviews } from "@/components/look/preview";
import { VisibilityForm } from "@/components/look/visibility-form";
import { Card } from "@/components/ui/card";
import { colourPattern } from "@/lib/colour";
import { updateLookAction } from "@/lib/look/actions";
import { logoPath } from "@/lib/look/rules";
import type { Look } from "@/lib/look/schema";

type LookEditorProps = { look: Look; may: { brand: boolean; show: boolean } };

/** Choices on one side, what they look like on the other, before anything is saved. */
export function LookEditor({ look, may }: LookEditorProps) {
  const [accent, setAccent] = useState(look.accent ?? "");
  const [picture, setPicture] = useState<string>();
  const [dark, setDark] = useState<string>();
  const [shown, setShown] = useState(look.publicly_visible);
  const colour = accent.trim().toLowerCase();
  const valid = colourPattern.test(colour);
  const dress = {
    name: look.name,
    slug: look.slug,
    accent: valid ? colour : undefined,
    logo: picture ?? (look.logo_file ? logoPath(look.id, look.logo_file) : undefined),
    logoDark: dark ?? (look.logo_dark_file ? logoPath(look.id, look.logo_dark_file) : undefined),
  };
  return (
    <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="space-y-6">
        {may.brand && (
          <>
            <Card title="Logo" description="On every page, in the switcher and in mails.">
              <LogoForm
                organizationId={look.id}
                dress={dress}
                theme="light"
                kept={look.logo_file !== null}
                onChoose={setPicture}
              />
            </Card>
            <Card
              title="Logo for dark pages"
              description="Stands in place of the first one in the dark theme. Mails keep the first one."
            >
              <LogoForm
                organizationId={look.id}
                dress={dress}
                theme="dark"
                kept={look.logo_dark_file !== null}
                onChoose={setDark}
              />
            </Card>
            <Card title="Colour" description="The line on top of your pages, your letters, and buttons in mails.">
              <ActionForm
                action={updateLookAction}
                organizationId={look.id}
                shown={look}
                defaultValues={{ accent: look.accent ?? "" }}
                submitLabel="Save colour"
              >
                <ColourField
                  name="accent"
                  label="Accent colour"
                  help="Six hexadecimal digits. Leave it empty for Berth's own."
                  value={accent}
                  onChange={setAccent}
                />
                {valid && <ContrastFacts accent={colour} />}
              </ActionForm>
            </Card>
          </>
        )}
        {may.show && (
          <Card title="Visibility" description="Who may see name, logo and colour without belonging here.">
            <VisibilityForm organizationId={look.id} shown={look.publicly_visible} onChange={setShown} />
          </Card>
        )}
      </div>
      <Card title="Preview" description="As you have chosen it, saved or not.">
        <LookPreviews dress={dress} shown={shown} />
      </Card>
    </div>
  );
}
