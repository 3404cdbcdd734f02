import { after } from 'next/server';
import { handleRequest } from '../../../handle-request.mjs';

export const runtime = 'edge';

export const GET = (/** @type {Request} */ request) =>
  handleRequest(request, work => after(() => work));
