import { answerFaults } from "@/lib/api/import-faults";

type Context = { params: Promise<{ id: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answerFaults(request, (await params).id);
}
