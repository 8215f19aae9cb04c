import { Command } from 'commander';
import { ContentError } from '#knowledge';
import {
  ConfigurationError,
  type RunningServer,
  readConfiguration,
  SiteBuildError,
  startServer,
} from '#server';
import { UsageError } from '../errors.ts';
import { contentFolder, dataFolder } from '../place.ts';
import type { CommandBuilder } from './index.ts';

/** `ponyatno serve`: the one process with the site, the search and the drafts. */
export const serve: CommandBuilder = (finish) =>
  new Command('serve')
    .description('запустить сайт, поиск и черновики на этом компьютере')
    .option('--content <папка>', 'папка с содержанием (или PONYATNO_CONTENT)')
    .addHelpText(
      'after',
      '\nПеременные окружения: PONYATNO_PORT (4321), PONYATNO_HOST (127.0.0.1), PONYATNO_DATA (.data), PONYATNO_CONTENT; куда отправлять правки — PONYATNO_FORGE и другие, см. docs/administrator.md.',
    )
    .action(async (options: { content?: string }) => {
      const stopped = stopSignal();
      try {
        const configuration = readConfiguration(process.env, {
          contentFolder: contentFolder(options.content),
          dataFolder: dataFolder(),
        });
        const server = await startServer(configuration, (line) => console.log(line));
        console.log(`Понятно работает: ${server.url}`);
        for (const line of accountLines(server)) console.log(line);
        await Promise.race([stopped, abandoned()]);
        await server.close();
        console.log('Сервер остановлен, черновики записаны.');
        finish(0);
      } catch (error) {
        if (isForThePerson(error)) throw new UsageError(error.message);
        throw error;
      }
    });

function accountLines({ signIn, firstLink }: RunningServer): string[] {
  if (!signIn) return ['Учётных записей нет: сервер слушает только этот компьютер. Остановить: Ctrl+C.'];
  if (firstLink === undefined) return ['Входят по учётным записям. Остановить: Ctrl+C.'];
  return [
    'Администратора ещё нет. Первый администратор открывает эту ссылку и задаёт пароль; она действует один раз и сутки:',
    firstLink,
    'До этого система показывает только страницу входа. Остановить: Ctrl+C.',
  ];
}

function isForThePerson(error: unknown): error is Error {
  return (
    error instanceof ConfigurationError || error instanceof ContentError || error instanceof SiteBuildError
  );
}

/** Resolves at the first request to stop; at the second the process ends at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => {
        process.once(signal, () => process.exit(130));
        resolve();
      });
  });
}

/**
 * Resolves when npm, or the shell it runs scripts in, is gone. npm hands SIGTERM to that shell only, which dies and leaves
 * its child running: without this, a service manager that stops `npm start` would leave the port and the drafts taken.
 */
function abandoned(): Promise<void> {
  const parent = process.ppid;
  return new Promise((resolve) => {
    if (process.env.npm_command === undefined) return;
    const watch = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(watch);
      resolve();
    }, 200);
    watch.unref();
  });
}
