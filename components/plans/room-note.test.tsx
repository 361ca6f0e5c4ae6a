import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { RoomNote } from "./room-note";

const text = (note: Parameters<typeof RoomNote>[0]) =>
  renderToStaticMarkup(<RoomNote {...note} />)
    .replace(/<[^>]*>/g, " ")
    .replace(/ +/g, " ")
    .trim();

test("says how much is left, and warns where fewer are left than are asked for", () => {
  const room = { most: 41, used: 39 };
  expect(text({ limit: "max_users", room, full: "Wait." })).toBe("2 seats left of 41.");
  expect(text({ limit: "max_users", room, full: "Wait.", asked: 2 })).toBe("2 seats left of 41.");
  expect(text({ limit: "max_users", room, full: "Wait.", asked: 3 })).toBe(
    "2 seats are left for 3 39 of 41 in use. Wait.",
  );
  expect(text({ limit: "max_users", room: { most: 41, used: 43 }, full: "Wait." })).toBe(
    "No seat is left 43 of 41 in use. Wait.",
  );
  expect(text({ limit: "keys", room: { most: null, used: null }, full: "Wait.", asked: 9 })).toBe("");
});

test("calls are made, not in use, and come again tomorrow", () => {
  expect(text({ limit: "api_calls_a_day", room: { most: 60, used: 60 }, full: "Wait." })).toBe(
    "No call is left for today 60 of 60 made. Wait.",
  );
});
