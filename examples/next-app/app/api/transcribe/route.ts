import { transcribe } from 'ai';
import { transcription } from '@/lib/baseten';
import { describeError } from '@/lib/describe-error';

/** Turns the speech in the body into `{ text }`; a failure is `{ error }`. */
export async function POST(request: Request): Promise<Response> {
  try {
    const { text } = await transcribe({
      model: transcription.transcriptionModel(),
      audio: new Uint8Array(await request.arrayBuffer()),
      abortSignal: request.signal,
    });
    return Response.json({ text });
  } catch (error) {
    console.error(error);
    return Response.json({ error: describeError(error) }, { status: 502 });
  }
}
