import { answerMetadata } from "@/lib/api/metadata";

export const GET = answerMetadata;
export const HEAD = answerMetadata;
