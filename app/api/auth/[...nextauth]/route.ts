import type { NextRequest } from "next/server";
import { comeBack } from "@/lib/auth/come-back";

type Context = { params: Promise<{ nextauth: string[] }> };

/** Other providers send people back to `/api/auth/callback/PROVIDER`; there is nothing else here. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const [action, provider, ...more] = (await params).nextauth;
  if (action !== "callback" || !provider || more.length > 0) return new Response(null, { status: 404 });
  return comeBack(request, provider);
}
