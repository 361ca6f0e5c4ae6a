export { GET } from "@/app/o/[organization]/[resource]/import/[id]/faults/route";
