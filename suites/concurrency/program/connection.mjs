// The suite writes the address of its server here before it bundles.
export const ORIGIN = '';
export const API_KEY = '';
