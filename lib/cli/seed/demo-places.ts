import type { Dice } from "./random";

type Place = [city: string, region: string, postcode: string, country: string];
type List<Item> = readonly [Item, ...Item[]];

const american: List<Place> = [
  ["Chicago", "IL", "60607", "US"],
  ["Dallas", "TX", "75201", "US"],
  ["Newark", "NJ", "07102", "US"],
  ["Denver", "CO", "80202", "US"],
  ["Atlanta", "GA", "30303", "US"],
  ["Seattle", "WA", "98101", "US"],
  ["Columbus", "OH", "43215", "US"],
  ["Phoenix", "AZ", "85004", "US"],
  ["Nashville", "TN", "37203", "US"],
  ["Minneapolis", "MN", "55401", "US"],
  ["Kansas City", "MO", "64105", "US"],
  ["Portland", "OR", "97204", "US"],
];

const european: List<Place> = [
  ["Rotterdam", "", "3011 AA", "NL"],
  ["Antwerp", "", "2000", "BE"],
  ["Hamburg", "", "20457", "DE"],
  ["Lyon", "", "69002", "FR"],
  ["Gdańsk", "", "80-001", "PL"],
  ["Milan", "", "20121", "IT"],
  ["Aarhus", "", "8000", "DK"],
  ["Porto", "", "4050-001", "PT"],
];

export const regions = { american, european };

const firstNames: List<string> = [
  "Ada",
  "Ben",
  "Carla",
  "Dmitri",
  "Elif",
  "Frank",
  "Gita",
  "Hugo",
  "Irma",
  "Joao",
  "Kira",
  "Leo",
  "Mona",
  "Nils",
  "Oona",
  "Paul",
  "Rita",
  "Sven",
  "Tara",
  "Uwe",
];
const lastNames: List<string> = [
  "Abbott",
  "Bauer",
  "Castillo",
  "Dunn",
  "Eriksen",
  "Fontaine",
  "Gupta",
  "Hughes",
  "Ivanov",
  "Jansen",
  "Keller",
  "Lopez",
  "Marsh",
  "Novak",
  "Ortiz",
  "Parker",
  "Quinn",
  "Rossi",
  "Silva",
  "Turner",
];
const traders: List<string> = [
  "Northside Books",
  "Blue Heron Outdoors",
  "Kessler Tools",
  "Maple & Finch",
  "Orchard Pharmacy",
  "Pinewood Toys",
  "Riverbend Coffee",
  "Sable Optics",
  "Tern Cycles",
  "Umbra Lighting",
  "Vela Fabrics",
  "Wren Ceramics",
];
const streets: List<string> = [
  "Canal Street",
  "Harbour Road",
  "Mill Lane",
  "Station Road",
  "Cedar Avenue",
  "Foundry Street",
  "Market Square",
  "Dock Road",
  "Elm Street",
  "Quarry Hill",
];

export function person(dice: Dice): string {
  return `${dice.pick(firstNames)} ${dice.pick(lastNames)}`;
}

export function trader(dice: Dice): string {
  return dice.pick(traders);
}

export function address(dice: Dice, places: List<Place>) {
  const [city, region, postcode, country] = dice.pick(places);
  const name = person(dice);
  return {
    name,
    company: dice.chance(0.55) ? trader(dice) : "",
    street: `${dice.between(1, 240)} ${dice.pick(streets)}`,
    extra: "",
    city,
    region,
    postcode,
    country,
    phone: country === "US" ? `+1 312 555 0${dice.between(100, 199)}` : `+31 10 555 0${dice.between(100, 199)}`,
    email: `${name.toLowerCase().replace(" ", ".")}@customers.example`,
  };
}
