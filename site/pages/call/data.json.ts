import type { APIRoute } from 'astro';
import { deskData } from '#calls';
import { loadContent } from '../../content/load.ts';
import { alarmTexts } from '../../content/refresh.ts';

/** What the call screen keeps in the browser: scripts, units, other bodies, rules, the calendar. */
export const GET: APIRoute = async () => {
  const { content } = await loadContent();
  return new Response(JSON.stringify(deskData(content, new Date(), await alarmTexts({}, content))), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};
