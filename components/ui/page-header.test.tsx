import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PageHeader } from "./page-header";

test("the pages above are set apart from each other, and no mark leads nowhere", () => {
  const trail = [
    { label: "Shipments", href: "/shipments" },
    { label: "SHP-1", href: "/shipments/shp_1" },
  ];
  const marks = (of: typeof trail) =>
    renderToStaticMarkup(<PageHeader title="Edit" trail={of} />)
      .match(/<svg|>[^<>]+</g)
      ?.map((part) => part.replace(/[<>]/g, ""));
  expect(marks(trail.slice(0, 1))).toEqual(["Shipments", "Edit"]);
  expect(marks(trail)).toEqual(["Shipments", "svg", "SHP-1", "Edit"]);
});
