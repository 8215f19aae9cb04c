import type { CitedPage, CitedVersion } from '../citations/cited-page.ts';

/** A page with what can be taken from it. */
export async function fetchPage(id: string): Promise<CitedPage | 'gone' | 'offline'> {
  try {
    const answer = await fetch(`/api/pages/${encodeURIComponent(id)}`);
    if (answer.status === 404) return 'gone';
    return answer.ok ? await answer.json() : 'offline';
  } catch {
    return 'offline';
  }
}

/** How pages stand today; undefined when nobody could be asked. */
export async function fetchVersions(
  ids: readonly string[],
): Promise<Map<string, CitedVersion | null> | undefined> {
  try {
    const answer = await fetch(`/api/pages?${new URLSearchParams(ids.map((id) => ['id', id]))}`);
    if (!answer.ok) return undefined;
    const { pages }: { pages: Record<string, CitedVersion | null> } = await answer.json();
    return new Map(Object.entries(pages));
  } catch {
    return undefined;
  }
}
