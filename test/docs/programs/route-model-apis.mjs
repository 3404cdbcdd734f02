// Loaded before a program: what it sends to Baseten's Model APIs goes to the
// local Baseten, and what it sends to any other host nowhere.
const { LOCAL_BASETEN = '' } = process.env;
const originalFetch = globalThis.fetch;

/** @type {typeof fetch} */
globalThis.fetch = async (input, init) => {
  const url = String(input).replace(
    /^https:\/\/inference\.baseten\.co(?=\/)/,
    LOCAL_BASETEN,
  );
  if (!url.startsWith(`${LOCAL_BASETEN}/`)) {
    throw new Error(`Expected a request to the local Baseten, got ${url}`);
  }
  return await originalFetch(url, init);
};
