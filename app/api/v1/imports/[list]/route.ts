import { answerApi } from "@/lib/api/api";
import { answerUpload } from "@/lib/api/import-upload";

type Context = { params: Promise<{ list: string }> };

export const GET = answerApi;
export const HEAD = answerApi;
export const PUT = answerApi;
export const PATCH = answerApi;
export const DELETE = answerApi;
export const OPTIONS = answerApi;

export async function POST(request: Request, { params }: Context): Promise<Response> {
  return answerUpload(request, (await params).list);
}
