import type { AccountProblem, Place } from '#identity';

/** What a page of accounts is given of Astro. */
interface Asked {
  readonly request: Request;
  readonly locals: App.Locals;
}

/** From where a form was sent, and with whose session. */
export function placeOf({ request, locals }: Asked): Place {
  return {
    address: locals.address ?? '',
    agent: request.headers.get('user-agent') ?? '',
    former: locals.identity,
  };
}

/** A form as texts; a file or a missing field is an empty text. */
export async function fieldsOf(request: Request): Promise<(name: string) => string> {
  const form = await request.formData();
  return (name) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
}

/** Does something; gives the sentence that says what is wrong, or undefined. */
export async function problemOf(work: () => Promise<void>): Promise<AccountProblem | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (isProblem(error)) return error;
    throw error;
  }
}

/** Sends the browser to another page after a form, with cookies. */
export function seeOther(location: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ Location: location, 'Cache-Control': 'no-store' });
  for (const cookie of cookies) headers.append('Set-Cookie', cookie);
  return new Response(null, { status: 303, headers });
}

/** By its name: the built site holds a copy of the class of its own. */
function isProblem(error: unknown): error is AccountProblem {
  return error instanceof Error && error.name === 'AccountProblem' && 'code' in error;
}
