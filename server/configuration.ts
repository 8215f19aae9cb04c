import { z } from 'zod';

/** What the one process needs to know before it starts. */
export interface Configuration {
  readonly host: string;
  /** 0 lets the system choose: tests do that. */
  readonly port: number;
  /** Absolute path; everything the process writes. */
  readonly dataFolder: string;
  /** Absolute path of the content. */
  readonly contentFolder: string;
}

/** Every problem of the environment at once, as full Russian sentences with the way out. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

const portSchema = z.coerce.number().int().min(1).max(65_535);
const hostSchema = z.union([z.ipv4(), z.ipv6(), z.hostname()]);

/** Whether the address can be reached from this computer only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/**
 * Reads PONYATNO_PORT and PONYATNO_HOST; the folders are resolved by the caller, who knows where the person stands.
 *
 * @throws ConfigurationError with every problem found
 */
export function readConfiguration(
  env: Readonly<Record<string, string | undefined>>,
  folders: { dataFolder: string; contentFolder: string },
): Configuration {
  const problems: string[] = [];
  const port = portSchema.safeParse(env.PONYATNO_PORT || 4321);
  if (!port.success)
    problems.push(
      `PONYATNO_PORT=${env.PONYATNO_PORT}: номер порта — целое число от 1 до 65535, например 4321. Исправьте переменную или уберите её.`,
    );
  const host = hostSchema.safeParse(env.PONYATNO_HOST || '127.0.0.1');
  if (!host.success)
    problems.push(
      `PONYATNO_HOST=${env.PONYATNO_HOST}: нужен адрес, на котором слушать, например 127.0.0.1. Исправьте переменную или уберите её.`,
    );
  else if (!isLoopback(host.data))
    problems.push(
      `PONYATNO_HOST=${host.data}: учётных записей в системе нет, поэтому черновики увидел бы каждый, кто достанет до этого адреса. ` +
        'Пока сервер слушает только свой компьютер: поставьте PONYATNO_HOST=127.0.0.1 или уберите переменную.',
    );
  if (!port.success || !host.success || problems.length > 0) throw new ConfigurationError(problems);
  return { host: host.data, port: port.data, ...folders };
}
