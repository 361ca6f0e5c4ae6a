import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { TryList } from "./try-list";

test("tries are counted through, also where the delivery was sent again", () => {
  const made = { url: "https://example.com/hooks", milliseconds: 12, error: null, answer: null };
  const tries = [
    { ...made, number: 1, at: new Date("2026-11-20T10:00:00Z"), status: 500 },
    { ...made, number: 2, at: new Date("2026-11-20T10:01:00Z"), status: 500 },
    { ...made, number: 1, at: new Date("2026-11-20T11:00:00Z"), status: 200 },
  ];
  const page = renderToStaticMarkup(<TryList tries={tries} timeZone="UTC" />);
  const labels = [...page.matchAll(/\d+\. \d{3}[^<]*/g)].map(([label]) => label);
  expect(labels).toEqual(["3. 200, sent again", "2. 500", "1. 500"]);
});
