import { answerExport } from "@/lib/exports/answer";

type Context = { params: Promise<{ list: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answerExport(request, (await params).list);
}
