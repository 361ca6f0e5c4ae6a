import { answerGraphql } from "@/lib/graphql/door";

export const GET = answerGraphql;
export const HEAD = answerGraphql;
export const POST = answerGraphql;
export const OPTIONS = answerGraphql;
