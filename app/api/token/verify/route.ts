import { answerVerify } from "@/lib/api/tokens";

export const POST = answerVerify;
