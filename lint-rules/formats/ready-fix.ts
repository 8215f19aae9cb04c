import type { ReportMessage } from './report.ts';

/** « Готовая замена: «через».»: the best replacement, said by its class; nothing for mere advice. */
export function readyFix({ expected: [best], changes: [change] }: ReportMessage): string {
  if (best === undefined) return '';
  const words = best.replace(/\s+/g, ' ');
  return change === 'swap' ? ` Готовая замена: «${words}».` : ` Можно переписать: «${words}».`;
}
