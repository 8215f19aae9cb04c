/** Asks one part of the house whether it answers; rejects when it does not. */
export interface Probe {
  readonly part: 'pages' | 'search' | 'storage';
  check(): Promise<unknown>;
}

/** What `/api/ready` says. */
export interface Readiness {
  readonly ready: boolean;
  readonly parts: Readonly<Record<string, 'ok' | 'failed'>>;
  /** What does not work, in Russian, for the person who looks at it. */
  readonly degraded: readonly string[];
}

const names = { pages: 'страницы', search: 'поиск', storage: 'хранилище черновиков' } as const;

/** Longer than a probe may take when all is well, shorter than a load balancer waits. */
const timeout = 3_000;

/** Asks every part at once. */
export async function readiness(probes: readonly Probe[]): Promise<Readiness> {
  const results = await Promise.all(
    probes.map(async (probe) => ({ part: probe.part, ok: await answers(probe) })),
  );
  const failed = results.filter(({ ok }) => !ok);
  return {
    ready: failed.length === 0,
    parts: Object.fromEntries(results.map(({ part, ok }) => [part, ok ? 'ok' : 'failed'])),
    degraded: failed.map(({ part }) => `Не отвечает: ${names[part]}.`),
  };
}

async function answers(probe: Probe): Promise<boolean> {
  const tooLate = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`${probe.part} did not answer in time`)), timeout).unref();
  });
  try {
    await Promise.race([probe.check(), tooLate]);
    return true;
  } catch (error) {
    console.error(error);
    return false;
  }
}
