export { default, metadata } from "@/app/o/[organization]/[resource]/import/page";
