import { answerToken } from "@/lib/api/tokens";

export const POST = answerToken;
