import { run } from '../../workflows/run';

export async function POST(request: Request) {
  return Response.json(await run(await request.json()));
}
