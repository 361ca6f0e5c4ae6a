import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Preview,
  Section,
  Text,
} from "@react-email/components";
import type { CSSProperties } from "react";
import { buttonColours, themeColours } from "@/lib/colour";
import { Letterhead } from "./letterhead";
import { colours } from "./palette";
import { knownFacts, type MailContent, type MailDress } from "./template";

const family = "Inter, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const words: CSSProperties = { fontSize: 16, lineHeight: "24px", margin: "0 0 12px", color: colours.text };
const small: CSSProperties = { fontSize: 13, lineHeight: "20px", margin: "12px 0 0", color: colours.muted };

export function MailLayout({ content, dress }: { content: MailContent; dress: MailDress }) {
  const chosen = (content.organization && dress.accent) || colours.accent;
  const accent = themeColours(chosen).light;
  const button = buttonColours(chosen);
  return (
    <Html lang="en">
      <Head>
        <title>{content.heading}</title>
        <meta name="color-scheme" content="light" />
      </Head>
      <Preview>{content.paragraphs.join(" ")}</Preview>
      <Body style={{ backgroundColor: colours.background, fontFamily: family, margin: 0, padding: "24px 12px" }}>
        <Container
          style={{
            backgroundColor: colours.surface,
            border: `1px solid ${colours.border}`,
            borderTop: `3px solid ${accent}`,
            borderRadius: 8,
            maxWidth: 560,
            padding: 32,
          }}
        >
          <Letterhead organization={content.organization} accent={accent} logoId={dress.logoId} />
          <Heading as="h1" style={{ fontSize: 24, lineHeight: "32px", fontWeight: 600, margin: "24px 0 16px" }}>
            {content.heading}
          </Heading>
          {content.paragraphs.map((paragraph) => (
            <Text key={paragraph} style={words}>
              {paragraph}
            </Text>
          ))}
          <Quote quote={content.quote} accent={accent} />
          <Facts facts={knownFacts(content)} />
          <Section style={{ padding: "12px 0 4px" }}>
            <Button
              href={content.action.link}
              style={{
                backgroundColor: button.background,
                color: button.text,
                borderRadius: 6,
                fontSize: 16,
                fontWeight: 600,
                padding: "12px 20px",
              }}
            >
              {content.action.label}
            </Button>
          </Section>
          <Text style={small}>
            Or open this address:
            <br />
            <Link href={content.action.link} style={{ color: colours.link, wordBreak: "break-all" }}>
              {content.action.link}
            </Link>
          </Text>
          {content.afterword ? <Text style={small}>{content.afterword}</Text> : null}
          <Hr style={{ borderColor: colours.border, margin: "24px 0 0" }} />
          <Text style={small}>{content.why}</Text>
        </Container>
      </Body>
    </Html>
  );
}

function Quote({ quote, accent }: { quote: MailContent["quote"]; accent: string }) {
  return quote ? (
    <Section style={{ borderLeft: `3px solid ${accent}`, paddingLeft: 16, margin: "4px 0 12px" }}>
      <Text style={{ ...words, whiteSpace: "pre-line", margin: 0 }}>{quote.text}</Text>
      <Text style={{ ...small, margin: 0 }}>{quote.by}</Text>
    </Section>
  ) : null;
}

function Facts({ facts }: { facts: [label: string, value: string][] }) {
  const cell: CSSProperties = { fontSize: 14, lineHeight: "20px", padding: "4px 0", verticalAlign: "top" };
  return facts.length > 0 ? (
    <table style={{ width: "100%", margin: "4px 0 12px" }}>
      <tbody>
        {facts.map(([label, value]) => (
          <tr key={`${label} ${value}`}>
            <td style={{ ...cell, color: colours.muted, width: 120 }}>{label}</td>
            <td style={cell}>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  ) : null;
}
