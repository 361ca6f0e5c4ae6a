import { answerStyle } from "@/lib/graphql/style";

export const GET = answerStyle;
