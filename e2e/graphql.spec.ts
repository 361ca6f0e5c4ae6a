import { expect } from "@playwright/test";
import { test } from "./test";
import { createOrganization, createPerson, rootHost, signIn } from "./world";

test("a document runs in the browser with the reader's own rights; the schema is at hand", async ({
  context,
  page,
}) => {
  const owner = await createPerson("Olga Owner");
  const organization = await createOrganization(owner);
  await signIn(context, owner);
  await page.goto(`${organization.url}/graphql`);
  await expect(page).toHaveURL(`${organization.url}/graphiql`);
  await expect(page.getByRole("heading", { name: "GraphQL", level: 1 })).toBeVisible();
  // The editor runs nothing until both of its halves are there, which it loads one after the other.
  await expect(page.locator(".graphiql-query-editor")).toContainText("query Organization");
  const answer = page.locator(".result-window");
  await expect(answer.locator(".CodeMirror-code")).toBeAttached();
  await page.getByRole("button", { name: /^Execute query/ }).click();
  await expect(answer).toContainText(`"slug": "${organization.slug}"`);
  await expect(answer).toContainText(`"email": "${owner.email}"`);
  await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
  await expect(page.getByText("Root Types")).toBeVisible();
});

test("the same session asks from its own page alone, and clients learn what the server can", async ({
  context,
  page,
}) => {
  const owner = await createPerson("Olga Owner");
  const organization = await createOrganization(owner);
  await signIn(context, owner);
  await page.goto(`${organization.url}/graphiql`);
  await expect(page.getByRole("button", { name: /^Execute query/ })).toBeVisible();
  const answers = await page.evaluate(async (query) => {
    const asked = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ query }) };
    const [own, metadata] = await Promise.all([fetch("/graphql", asked), fetch("/api/metadata")]);
    return { own: await own.json(), metadata: await metadata.json() };
  }, "{ organization { slug } }");
  expect(answers.own).toEqual({ data: { organization: { slug: organization.slug } } });
  expect(answers.metadata).toMatchObject({ MULTI_ORGANIZATIONS: true, GRAPHQL: `http://${rootHost}/graphql` });
});
