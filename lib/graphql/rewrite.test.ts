import { parse, print } from "graphql";
import { expect, it } from "vitest";
import { rewrite } from "./rewrite";

const plain = (text: string) => print(parse(text));
const rewritten = (text: string) => print(rewrite(parse(text)));

it("reads organizations without edges as a list, under the key that was asked for", () => {
  for (const [given, wanted] of [
    ["{ organizations { id } }", "{ organizations: organization_list { id } }"],
    ["{ mine: organizations { id } }", "{ mine: organization_list { id } }"],
    [
      "{ organizations(filter: { first: 2 }) { id } }",
      "{ organizations: organization_list(filter: { first: 2 }) { id } }",
    ],
    ["{ organizations @include(if: true) { id } }", "{ organizations: organization_list @include(if: true) { id } }"],
    ["{ ... { organizations { id } } }", "{ ... { organizations: organization_list { id } } }"],
    [
      "{ ...Root } fragment Root on Query { organizations { ...Some } } fragment Some on OrganizationType { id }",
      "{ ...Root } fragment Root on Query { organizations: organization_list { ...Some } } fragment Some on OrganizationType { id }",
    ],
  ] as const)
    expect(rewritten(given)).toBe(plain(wanted));
});

it("leaves connections, and fields of that name elsewhere, as they are", () => {
  for (const text of [
    "{ organizations { edges { node { id } } } }",
    "{ organizations { page_info { count } } }",
    "{ organizations { __typename } }",
    "{ organizations { ...Page } } fragment Page on OrganizationTypeConnection { edges { node { id } } }",
    "{ user { organizations { id } } }",
    "mutation { organizations { id } }",
  ])
    expect(rewritten(text)).toBe(plain(text));
});

it("says that one key cannot be both, however it is asked", () => {
  for (const text of [
    "{ organizations { id edges { node { id } } } }",
    "{ organizations { id } organizations { edges { node { id } } } }",
    "{ organizations { id } ...Other } fragment Other on Query { organizations { edges { cursor } } }",
    "{ x: organizations { id } x: organizations { page_info { count } } }",
  ])
    expect(() => rewrite(parse(text)), text).toThrow("either as a list or as a connection");
  expect(() => rewritten("{ a: organizations { id } b: organizations { edges { cursor } } }")).not.toThrow();
});

it("knows the guide's names of inputs, and forgets variables that nothing uses", () => {
  expect(
    rewritten("mutation($data: MutateTokenMutationInput!) { mutate_token(input: $data) { errors { field } } }"),
  ).toBe(plain("mutation($data: TokenMutationInput!) { mutate_token(input: $data) { errors { field } } }"));
  expect(rewritten("query A($id: String!, $type: String!) { organization(id: $id) { id } }")).toBe(
    plain("query A($id: String!) { organization(id: $id) { id } }"),
  );
});

it("ends with fragments that contain each other", () => {
  expect(() =>
    rewrite(parse("{ ...A } fragment A on Query { ...B } fragment B on Query { organizations { ...A } ...A }")),
  ).not.toThrow();
});
