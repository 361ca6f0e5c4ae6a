import { resource } from "@/lib/resource/resource";

export const parcels = resource({
  name: "parcels",
  prefix: "pcl",
  words: {
    one: "parcel preset",
    many: "parcel presets",
    about: "Boxes and pallets that you use again and again.",
    empty: "A preset fills in sizes and weight, so that nobody measures twice.",
  },
  icon: "parcel",
  group: "Work",
  permissions: {
    view: "shipments.view",
    create: "shipments.update",
    update: "shipments.update",
    remove: "shipments.update",
  },
  title: "name",
  sort: "name",
  fields: {
    name: { kind: "text", label: "Name", most: 80, required: true, list: true, sort: true },
    length: { kind: "size", label: "Length", required: true, list: true },
    width: { kind: "size", label: "Width", required: true, list: true },
    height: { kind: "size", label: "Height", required: true, list: true },
    weight: { kind: "weight", label: "Empty weight", list: true, sort: true },
  },
});
