import { generateSpeech } from 'ai';
import { speech } from '@/lib/baseten';
import { describeError } from '@/lib/describe-error';

/** Speaks the text in the body; a failure is `{ error }` in plain words. */
export async function POST(request: Request): Promise<Response> {
  try {
    const { audio } = await generateSpeech({
      model: speech.speechModel(),
      text: await request.text(),
      abortSignal: request.signal,
    });
    return new Response(new Uint8Array(audio.uint8Array), {
      headers: { 'content-type': audio.mediaType },
    });
  } catch (error) {
    console.error(error);
    return Response.json({ error: describeError(error) }, { status: 502 });
  }
}
