import type { Transaction } from "../database";
import { giveDemoPassword } from "./credentials";
import { acmeBranches, globexBranches, initechBranches, placeInBranches } from "./demo-branches";
import { makeCalls, tightenLimits } from "./demo-calls";
import { dateEvents, makeWebhook } from "./demo-events";
import { makeDemoGroup } from "./demo-group";
import { decideRequests, makeHistory, makeInvitations } from "./demo-history";
import { letIn, newcomersOf } from "./demo-joining";
import { endKeys, makeKeys, noteUse } from "./demo-keys";
import {
  acmePeople,
  acmeRequests,
  type DemoPerson,
  type DemoRequest,
  globexPeople,
  initechPeople,
} from "./demo-people";
import { makeRecords } from "./demo-records";
import { makeShipments, type Trade } from "./demo-shipments";
import { makeTrail } from "./demo-trail";
import { addMembers, addRequests, type Made, makeOrganization, makePeople, type Profile } from "./write";

type DemoOrganization = {
  slug: string;
  domain: string;
  months: number;
  profile: Profile;
  people: DemoPerson[];
  requests: DemoRequest[];
  trade: Trade;
  /** Calls of the API on a usual day. */
  calls: number;
  /** Its limits are nearly reached. */
  tight?: true;
};

const organizations: DemoOrganization[] = [
  {
    slug: "acme-shipping",
    calls: 90,
    domain: "acme.example",
    months: 12,
    people: acmePeople,
    requests: acmeRequests,
    trade: {
      shipments: 4000,
      customers: 240,
      orders: 900,
      assets: 28,
      months: 12,
      region: "american",
      currency: "USD",
      branches: acmeBranches,
      home: {
        name: "Dispatch desk",
        company: "Acme Shipping",
        street: "410 Wacker Drive",
        city: "Chicago",
        region: "IL",
        postcode: "60606",
        country: "US",
      },
    },
    profile: {
      name: "Acme Shipping",
      company_name: "Acme Shipping, Inc.",
      industry: "parcel",
      company_size: "201-1000",
      city: "Chicago",
      country: "US",
      currency: "USD",
      time_zone: "America/Chicago",
      weight_unit: "lb",
      dimension_unit: "in",
      role_template: "fleet",
    },
  },
  {
    slug: "globex-freight",
    calls: 45,
    domain: "globex.example",
    months: 9.5,
    people: globexPeople,
    requests: [
      {
        name: "Anouk Visser",
        email: "anouk.visser@globex.example",
        hours: 6,
        message: "Ik begin maandag bij planning.",
      },
      { name: "Pieter Maas", email: "pieter.maas@havenlog.example", hours: 60, message: "Terminal desk in Europoort." },
    ],
    trade: {
      shipments: 600,
      customers: 60,
      orders: 180,
      assets: 12,
      months: 9,
      region: "european",
      currency: "EUR",
      branches: globexBranches,
      home: {
        name: "Waalhaven desk",
        company: "Globex Freight",
        street: "Waalhaven Oostzijde 12",
        city: "Rotterdam",
        region: "",
        postcode: "3087 BM",
        country: "NL",
      },
    },
    profile: {
      name: "Globex Freight",
      company_name: "Globex Freight B.V.",
      industry: "freight",
      company_size: "51-200",
      city: "Rotterdam",
      country: "NL",
      currency: "EUR",
      time_zone: "Europe/Amsterdam",
      weight_unit: "kg",
      dimension_unit: "cm",
      role_template: "fleet",
    },
  },
  {
    slug: "initech-procurement",
    calls: 25,
    tight: true,
    domain: "initech.example",
    months: 6.9,
    people: initechPeople,
    requests: [
      {
        name: "Tom Small",
        email: "tom.small@initech.example",
        hours: 15,
        message: "I buy office supplies for floor 3.",
      },
    ],
    trade: {
      shipments: 120,
      customers: 25,
      orders: 420,
      assets: 6,
      months: 6,
      region: "american",
      currency: "USD",
      branches: initechBranches,
      home: {
        name: "Receiving",
        company: "Initech Procurement",
        street: "4120 Freidrich Lane",
        city: "Austin",
        region: "TX",
        postcode: "78744",
        country: "US",
      },
    },
    profile: {
      name: "Initech Procurement",
      company_name: "Initech LLC",
      industry: "manufacturing",
      company_size: "51-200",
      city: "Austin",
      country: "US",
      currency: "USD",
      time_zone: "America/Chicago",
      weight_unit: "lb",
      dimension_unit: "in",
      role_template: "procurement",
    },
  },
];

const loners = [
  { name: "Nora Newcomer", email: "newcomer@berth.example", months: 0.1 },
  { name: "Sven Adler", email: "superadmin@berth.example", months: 12 },
];

/** Makes the demo world in one transaction. Answers what was made, or null where it is there already. */
export async function makeDemoWorld(sql: Transaction): Promise<Record<string, number> | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended('berth.seed', 0))`;
  const known = await sql`select 1 from public.users where email = 'superadmin@berth.example'`;
  if (known.length > 0) return null;

  const everybody = [
    ...organizations.flatMap(({ people, domain }) =>
      people.map((person) => ({ ...person, email: addressOf(person, domain) })),
    ),
    ...loners,
  ];
  const users = await makePeople(sql, everybody);
  await giveDemoPassword(sql, [...users.values()]);
  await sql`insert into guard.super_admins (user_id) values (${userOf(users, "superadmin@berth.example")})`;
  for (const organization of organizations) await makeDemoOrganization(sql, organization, users);
  const slugs = organizations.map(({ slug }) => slug);
  await makeDemoGroup(sql, slugs, organizations[0]?.people[0]?.name ?? "");
  return { organizations: organizations.length, people: users.size };
}

async function makeDemoOrganization(
  sql: Transaction,
  given: DemoOrganization,
  users: Map<string, string>,
): Promise<void> {
  const people = given.people.map((person) => ({ ...person, userId: userOf(users, addressOf(person, given.domain)) }));
  const [owner] = people;
  if (!owner) return;
  const made: Made = await makeOrganization(sql, { ...given, ownerId: owner.userId });
  await makeRecords(sql, made, given.trade, await makeShipments(sql, made, given.trade));
  const members = people.slice(1);
  const late = newcomersOf(members);
  await addMembers(
    sql,
    made,
    members.filter((person) => !late.includes(person)),
  );
  await letIn(sql, made, late);
  await makeTrail(sql, made);
  await addRequests(sql, made, given.requests);
  await decideRequests(sql, made, given.domain);
  await placeInBranches(sql, made);
  await makeInvitations(sql, made, given.domain);
  await makeKeys(sql, made);
  await makeHistory(sql, made);
  await dateEvents(sql, made.id);
  await makeWebhook(sql, made.id, given.domain);
  await makeCalls(sql, made, given.calls);
  await noteUse(sql, made);
  await endKeys(sql, made);
  if (given.tight) await tightenLimits(sql, made);
}

function addressOf({ name, email }: DemoPerson, domain: string): string {
  const plain = name
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^a-z ]/g, "");
  return email ?? `${plain.replaceAll(" ", ".")}@${domain}`;
}

function userOf(users: Map<string, string>, email: string): string {
  const id = users.get(email);
  if (!id) throw new Error(`${email} was not made`);
  return id;
}
