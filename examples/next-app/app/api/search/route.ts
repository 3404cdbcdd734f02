import type { NextRequest } from 'next/server';
import { describeError } from '@/lib/describe-error';
import { searchCorpus } from '@/lib/search-corpus';

/** Finds documents for `?query=`; a failure is `{ error }` in plain words. */
export async function GET(request: NextRequest): Promise<Response> {
  const query = request.nextUrl.searchParams.get('query')?.trim();
  if (!query) {
    return Response.json({ error: 'Say what to look for.' }, { status: 400 });
  }

  try {
    return Response.json(await searchCorpus(query, request.signal));
  } catch (error) {
    console.error(error);
    return Response.json({ error: describeError(error) }, { status: 502 });
  }
}
