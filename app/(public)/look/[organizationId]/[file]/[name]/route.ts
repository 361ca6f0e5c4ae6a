import { answerLogo } from "@/lib/look/answer";

type Params = { params: Promise<{ organizationId: string; file: string; name: string }> };

export async function GET(_: Request, { params }: Params): Promise<Response> {
  const { organizationId, file, name } = await params;
  return answerLogo({ organization: organizationId, file, name });
}
