import Bowser from "bowser";

/** "Firefox on Windows" for a User-Agent header; what people recognise their session by. */
export function deviceName(agent: string): string {
  if (agent === "") return "Unknown device";
  const { browser, os } = Bowser.parse(agent);
  if (!browser.name && !os.name) return "Unknown device";
  if (!os.name) return browser.name ?? "Unknown device";
  return `${browser.name ?? "A browser"} on ${os.name}`;
}
