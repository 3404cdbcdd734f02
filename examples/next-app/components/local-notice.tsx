import { connection } from 'next/server';

/** Says so when answers are made up by the local Baseten. */
export async function LocalNotice() {
  // What the environment says is asked when the page is served, not built.
  await connection();

  return process.env.BASETEN_BASE_URL ? (
    <footer className="notice">
      Talking to a local stand-in for Baseten: its answers are made up. Set{' '}
      <code>BASETEN_API_KEY</code> to talk to Baseten.
    </footer>
  ) : null;
}
