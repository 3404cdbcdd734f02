/** A failure in plain words, and a way to try again. */
export function ErrorNotice({
  error,
  onRetry,
}: {
  error: Error;
  onRetry: () => void;
}) {
  return (
    <div className="error" role="alert">
      <p>{describe(error)}</p>
      <button type="button" className="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}

/** What a route says of a failure is a plain `Error`, in plain words already. */
function describe(error: Error): string {
  switch (error.name) {
    case 'Error':
      return error.message;
    case 'TypeError':
      return 'The connection to the server was lost. Check the network and try again.';
    default:
      return 'The server could not answer. Its log says more.';
  }
}
