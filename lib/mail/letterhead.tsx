import { Img } from "@react-email/components";
import type { MailOrganization } from "./fields";
import { colours } from "./palette";

type LetterheadProps = { organization: MailOrganization | undefined; accent: string; logoId: string | undefined };

/** The organization's logo, or the mark (three berths, one of them filled) beside its name. */
export function Letterhead({ organization, accent, logoId }: LetterheadProps) {
  const name = organization?.name ?? "Berth";
  return (
    <table role="presentation" cellPadding={0} cellSpacing={0}>
      <tbody>
        <tr>
          <td style={{ paddingRight: 12, verticalAlign: "middle" }}>
            {organization && logoId ? (
              <Img src={`cid:${logoId}`} alt="" height={32} width={32} style={{ borderRadius: 6 }} />
            ) : (
              <Mark accent={accent} />
            )}
          </td>
          <td style={{ fontSize: 16, lineHeight: "24px", fontWeight: 600, color: colours.text }}>{name}</td>
        </tr>
      </tbody>
    </table>
  );
}

// Mail programs drop SVG, so the mark is drawn with table cells here.
function Mark({ accent }: { accent: string }) {
  const berth = { width: 5, height: 20, border: `1px solid ${colours.muted}`, fontSize: 0, lineHeight: 0 };
  return (
    <table role="presentation" cellPadding={0} cellSpacing={2}>
      <tbody>
        <tr>
          <td style={berth} />
          <td style={{ ...berth, backgroundColor: accent, borderColor: accent }} />
          <td style={berth} />
        </tr>
      </tbody>
    </table>
  );
}
