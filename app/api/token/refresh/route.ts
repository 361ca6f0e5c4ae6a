import { answerRefresh } from "@/lib/api/tokens";

export const POST = answerRefresh;
