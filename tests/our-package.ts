import { readFileSync } from 'node:fs';

/** What `fetch` gives for an address in our own package: the file that is shipped. */
export async function fetchFromPackage(address: string): Promise<Response> {
  return new Response(readFileSync(`public${new URL(address).pathname}`));
}
