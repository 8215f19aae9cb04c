import { Argument, Command, Option } from 'commander';
import {
  type Account,
  AccountProblem,
  type Accounts,
  type AuditEvent,
  knownRoles,
  leaveForAudit,
  openAccounts,
  type Role,
  roles,
} from '#identity';
import { readContent } from '#knowledge';
import { UsageError } from '../errors.ts';
import { contentFolder, dataFolder, siteAddress } from '../place.ts';
import type { CommandBuilder } from './index.ts';

const role = () => new Option('--role <роль...>', 'роли, через пробел').choices([...roles]);
const email = () => new Argument('<почта>', 'адрес почты человека');

/** `ponyatno user`: the accounts, from the terminal of the server. Passwords are set by links only, never typed here. */
export const user: CommandBuilder = (finish) => {
  const command = new Command('user').description('учётные записи: кто входит в систему и что может');

  /** Runs something on one account; what is wrong ends with the exit code 1, an account that is not there with 2. */
  function onAccount(work: (accounts: Accounts, account: Account) => Promise<string>) {
    return (address: string) =>
      run(async (accounts) => {
        const account = accounts.people.findByEmail(address);
        if (account === undefined)
          throw new UsageError(`Учётной записи с почтой ${address} нет. Список: ponyatno user list.`);
        return work(accounts, account);
      });
  }

  async function run(work: (accounts: Accounts) => Promise<string>): Promise<void> {
    const { accounts, written } = open();
    try {
      console.log(await work(accounts));
      finish(0);
    } catch (error) {
      if (!(error instanceof AccountProblem)) throw error;
      if (error.code === 'bad-email' || error.code === 'bad-name') throw new UsageError(error.message);
      console.error(error.message);
      finish(1);
    } finally {
      await written();
      accounts.close();
    }
  }

  command
    .command('list')
    .description('показать учётные записи')
    .option('--json', 'вывести в формате JSON')
    .action(({ json }: { json?: boolean }) =>
      run(async ({ people }) => {
        const list = people.list();
        if (json) return JSON.stringify(list, null, 2);
        return list.map(lineOf).join('\n') || 'Учётных записей нет. Добавьте первую: ponyatno user add.';
      }),
    );
  command
    .command('add')
    .description('завести учётную запись и получить ссылку, по которой человек задаст пароль')
    .argument('<имя>', 'имя и фамилия')
    .requiredOption('--email <почта>', 'адрес почты: с ним человек входит')
    .addOption(role().makeOptionMandatory())
    .option('--unit <подразделение...>', 'подразделения, страницы которых правит редактор')
    .action((name: string, given: { email: string; role: Role[]; unit?: string[] }) =>
      run(async ({ management }) => {
        const units = await knownUnits(given.unit ?? []);
        const account = await management.add(
          { name, email: given.email, roles: knownRoles(given.role), units },
          undefined,
        );
        return `Учётная запись заведена: ${lineOf(account)}\n${linkText(await management.link(account.id, undefined))}`;
      }),
    );
  command
    .command('role')
    .description('заменить роли человека')
    .addArgument(email())
    .addArgument(new Argument('<роли...>', 'новые роли').choices([...roles]))
    .action((address: string, given: string[]) =>
      onAccount(async ({ management }, { id }) =>
        lineOf(await management.change(id, { roles: knownRoles(given) }, undefined)),
      )(address),
    );
  command
    .command('units')
    .description('заменить подразделения, страницы которых правит человек')
    .addArgument(email())
    .argument('[подразделения...]', 'новые подразделения; без них не останется ни одного')
    .action((address: string, given: string[]) =>
      onAccount(async ({ management }, { id }) =>
        lineOf(await management.change(id, { units: await knownUnits(given) }, undefined)),
      )(address),
    );
  command
    .command('block')
    .description('закрыть учётную запись: человек выйдет отовсюду и не войдёт')
    .addArgument(email())
    .action(
      onAccount(async ({ management }, { id }) =>
        lineOf(await management.change(id, { blocked: true }, undefined)),
      ),
    );
  command
    .command('unblock')
    .description('снова открыть учётную запись')
    .addArgument(email())
    .action(
      onAccount(async ({ management }, { id }) =>
        lineOf(await management.change(id, { blocked: false }, undefined)),
      ),
    );
  command
    .command('link')
    .description('получить одноразовую ссылку для нового пароля')
    .addArgument(email())
    .action(onAccount(async ({ management }, { id }) => linkText(await management.link(id, undefined))));
  command
    .command('sessions')
    .description('показать открытые сеансы человека')
    .addArgument(email())
    .action(
      onAccount(
        async ({ sessions }, { id }) =>
          sessions
            .of(id)
            .map(
              ({ id: session, device, begun, used }) =>
                `${session}  ${device}  вход ${begun}, последнее действие ${used}`,
            )
            .join('\n') || 'Открытых сеансов нет.',
      ),
    );
  command
    .command('revoke')
    .description('завершить сеансы человека')
    .addArgument(email())
    .option('--session <номер>', 'только этот сеанс, номер из user sessions')
    .action((address: string, { session }: { session?: string }) =>
      onAccount(async ({ management }, { id }) => {
        const ended = await management.endSessions(id, undefined, session);
        if (session !== undefined && ended === 0)
          throw new AccountProblem('no-session', 'Такого сеанса нет. Список: ponyatno user sessions.');
        return `Завершено сеансов: ${ended}.`;
      })(address),
    );
  return command;
};

/** The accounts of the data folder; what is done to them waits for the server's audit log. */
function open(): { accounts: Accounts; written: () => Promise<void> } {
  const folder = dataFolder();
  const left: Promise<void>[] = [];
  const leave = (event: AuditEvent) => {
    const writing = leaveForAudit(`${folder}/audit`, {
      ...event,
      detail: `ponyatno user: ${event.detail ?? ''}`,
    });
    left.push(writing);
    return writing;
  };
  const accounts = openAccounts({
    dataFolder: folder,
    url: siteAddress(),
    audit: { record: leave, note: leave },
  });
  return { accounts, written: () => Promise.all(left).then(() => undefined) };
}

async function knownUnits(given: readonly string[]): Promise<string[]> {
  if (given.length === 0) return [];
  const { content } = await readContent(contentFolder());
  const ids = content.units.map(({ id }) => id);
  const unknown = given.filter((unit) => !ids.includes(unit));
  if (unknown.length > 0)
    throw new UsageError(`Подразделения «${unknown.join('», «')}» нет. Бывают: ${ids.join(', ')}.`);
  return [...given];
}

function lineOf({ name, email: address, roles: held, units, blocked }: Account): string {
  const parts = [name, address, held.join(' ') || 'без ролей'];
  if (units.length > 0) parts.push(`подразделения: ${units.join(' ')}`);
  if (blocked) parts.push('закрыта');
  return parts.join('  ');
}

function linkText(link: string): string {
  return `Передайте человеку эту ссылку. По ней он задаст пароль; она действует один раз и сутки:\n${link}`;
}
