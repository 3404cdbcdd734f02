// Entry for Cloudflare's workerd: runs at each request.
import { smoke } from './smoke.mjs';

export default {
  /**
   * @param {Request} _request
   * @param {{ ORIGIN: string, API_KEY: string }} bindings
   */
  async fetch(_request, { ORIGIN: origin, API_KEY: apiKey }) {
    return Response.json(await smoke({ origin, apiKey }));
  },
};
