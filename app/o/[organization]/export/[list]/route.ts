import { answerExport } from "@/lib/api/export";

type Context = { params: Promise<{ list: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answerExport(request, (await params).list);
}
