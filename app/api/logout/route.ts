import { answerLogout } from "@/lib/api/tokens";

export const POST = answerLogout;
