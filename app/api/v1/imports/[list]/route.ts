import { answerUpload } from "@/lib/api/import-upload";

type Context = { params: Promise<{ list: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  return answerUpload(request, (await params).list);
}
