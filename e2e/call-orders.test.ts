import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskData } from '#calls';
import { readContent } from '#knowledge';
import { orderP, orderU } from '../calls/testing/orders.ts';
import { callbackOf, crisisScript, script, soundScripts } from '../calls/testing/scripts.ts';
import {
  baseUnits,
  contentFolder,
  type Files,
  page as pageFile,
} from '../knowledge/testing/content-folder.ts';
import { accessibilityFindings } from './support/accessibility.ts';
import { type App, startApp } from './support/app.ts';
import { launchBrowser } from './support/chromium.ts';
import { operatorAt, plainly } from './support/person.ts';

let app: App;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** The call screen with the data of another agency: what the server would send with its content. */
async function callOf(files: Files, at = new Date()) {
  const folder = await contentFolder({ ...soundScripts, ...callbackOf(4), ...files });
  const { content } = await readContent(folder);
  const json = deskData(content, new Date('2026-11-25T05:00:00Z'));
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.clock.setSystemTime(at);
  await page.route('**/call/data.json', (route) => route.fulfill({ json }));
  await page.goto(`${app.url}/call`);
  await page.waitForSelector('.call-grid');
  return operatorAt(context, page);
}

const { visits: _visits, ...withoutVisits } = orderP;
const crisis: Files = {
  'agency.yml': withoutVisits,
  ...script('greeting', [
    { id: 'hello', kind: 'greeting', next: 'ask' },
    {
      id: 'ask',
      kind: 'question',
      branches: [
        { when: 'Вопрос ясен', to: 'say' },
        { when: 'Перезвонить', to: '@callback' },
        { when: 'Ругается', to: '@crisis' },
      ],
    },
    { id: 'say', kind: 'answer', next: '@farewell' },
  ]),
  ...crisisScript({}),
};

describe('order P', () => {
  it('CL-14, CL-15: one key brings the phrases word for word; then the warning, the goodbye and the end', async () => {
    const { page, step, said, answer, leave } = await callOf(crisis);
    await page.keyboard.press('F7');
    const card = page.locator('.crisis');
    expect(plainly(await card.textContent())).toContain(
      'давайте возьмем паузу в обсуждении данного вопроса и вернемся к его решению после',
    );
    expect(plainly(await card.textContent())).toContain('п. 27');
    await page.getByLabel('Имя и отчество', { exact: true }).fill('Анна Петровна');
    await card.getByRole('button', { name: 'совещания с коллегами' }).click();
    await card.getByLabel('Причина').nth(1).fill('двух дней');
    const phrases = (await card.locator('blockquote').allTextContents()).map(plainly);
    expect(phrases).toEqual([
      'Анна Петровна, давайте возьмем паузу в обсуждении данного вопроса и вернемся к его решению после совещания с коллегами.',
      'Анна Петровна, мы заинтересованы в дальнейшем деловом сотрудничестве, однако решение данной проблемы требует двух дней.',
    ]);
    expect(plainly(await page.locator('.hint').textContent())).toBe(
      'Доброжелательно, в умеренном темпе. Не перебивайте. п. 27',
    );
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('Alt+1');
    await answer('Ругается');
    await answer('Продолжает');
    expect(await said()).toContain('Разговор носит неделовой характер, поэтому я вынужден его прекратить.');
    await page.keyboard.press('Alt+1');
    expect(await step()).toContain('Шаг bye');
    await page.keyboard.press('Alt+1');
    await page.getByRole('heading', { name: 'Звонок закончен' }).waitFor();
    await leave();
  });

  it('PV-1, PV-3, PV-4: the booking card knows the place, the reminders and how to cancel; the note keeps them', async () => {
    const { page, leave } = await callOf({
      'agency.yml': orderP,
      ...script('greeting', [
        { id: 'hello', kind: 'greeting', next: 'ask' },
        { id: 'ask', kind: 'question', next: 'book' },
        { id: 'book', kind: 'booking', next: '@farewell' },
      ]),
    });
    await page.keyboard.press('1');
    await page.keyboard.press('1');
    await page.getByLabel('День приёма').fill('2026-12-09');
    await page.getByLabel('Время').fill('11:00');
    await page.getByRole('checkbox', { name: /Просит напомнить/ }).check();
    const card = plainly(await page.locator('.visit').textContent());
    expect(card).toContain('Просит напомнить: 8 декабря в 11:00 и 9 декабря в 09:00 · п. 30');
    expect(card).toContain(
      'Место: г. Новосибирск, Красный проспект, д. 18. Как добраться: Метро «Площадь Ленина».',
    );
    expect(card).toContain('Отменить можно по телефону линии: 8 (383) 228-67-88 · п. 32');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    expect(await page.locator('#call-note').inputValue()).toContain(
      'Приём: 9 декабря, 11:00.\nНапомнить: 8 декабря, 11:00 и 9 декабря, 09:00.',
    );
    await leave();
  });

  it('CL-11: where the contact must be given, a body without one is not passed over in silence', async () => {
    const body = {
      id: 'contact-tax',
      title: 'Налоговая служба',
      function: 'requests',
      body: 'ФНС',
      remit: 'Налоги граждан',
    };
    const missing = { missing: 'Номер не сверен.' };
    const { page, leave } = await callOf({
      ...crisis,
      'contacts/tax.mdx': pageFile({ ...body, phone: missing, site: missing }),
    });
    await page.getByText(/Другие органы/).click();
    await page.getByRole('button', { name: /ФНС/ }).click();
    const card = plainly(await page.locator('section', { hasText: 'Решает другой орган' }).textContent());
    expect(card).toContain('телефона нет Номер не сверен.');
    expect(card).toContain('Контакт назвать обязательно · п. 26');
    await leave();
  });
});

describe('whom to transfer to', () => {
  const units = [
    {
      ...baseUnits[0],
      people: [
        {
          name: 'Орлова Анна Игоревна',
          post: 'специалист',
          phone: { value: '8 (383) 200-00-02' },
          functions: ['messages'],
        },
      ],
      reserve: 'archive',
    },
    { ...baseUnits[0], id: 'archive', name: 'архив', phone: { value: '8 (383) 200-00-03' } },
  ];
  // The answers come from the real index, where this function is.
  const messages = pageFile({
    id: 'messages',
    title: 'Письменные сообщения',
    function: 'messages',
    unit: 'letters',
    summary: 'Отдел отвечает на письма граждан и организаций.',
    clients: 'граждане',
    channels: [{ name: 'Почта', purpose: 'любые вопросы' }],
    contacts: [{ label: 'Почта', value: { value: 'info@example.ru' } }],
  });
  const files = { 'units.yml': units, 'functions/messages/index.mdx': messages };

  it('CL-6: the person who answers for it first, with phone and hours, and the reserve', async () => {
    const { page, ask, said, leave } = await callOf(
      {
        ...files,
        ...script('transfer', [
          { id: 'warn', words: 'Я соединю Вас с коллегой.', next: 'go' },
          { id: 'go', kind: 'transfer', next: '@farewell' },
        ]),
      },
      new Date('2026-11-25T12:00:00+07:00'),
    );
    await ask('сколько ждать ответа на письмо');
    const card = page.locator('section', { hasText: 'Кому перевести' });
    const text = plainly(await card.textContent());
    expect(text).toContain('Орлова Анна Игоревна специалист, отдел писем 8 (383) 200-00-02');
    expect(text).toContain('до 18:00');
    await card.getByText('Замена').click();
    expect(plainly(await card.textContent())).toMatch(/архив 8 \(383\) 200-00-03 до 18:00/);
    await page.keyboard.press('F2');
    expect(await said()).toContain('Я соединю Вас с коллегой.');
    await leave();
  });

  it('CL-6: who has gone home is said to have', async () => {
    const { page, ask, leave } = await callOf(files, new Date('2026-11-25T20:00:00+07:00'));
    await ask('сколько ждать ответа на письмо');
    expect(plainly(await page.locator('section', { hasText: 'Кому перевести' }).textContent())).toContain(
      'сейчас не отвечает с 09:00 до 18:00',
    );
    await leave();
  });
});

describe('order U', () => {
  it('CL-17: an own employee hears until when the answer comes', async () => {
    const { visits: _, ...agency } = orderU;
    const { page, said, answer, leave } = await callOf(
      {
        'agency.yml': agency,
        ...script(
          'internal',
          [
            { id: 'hello', kind: 'greeting', next: 'ask' },
            {
              id: 'ask',
              kind: 'question',
              branches: [
                { when: 'Ответ известен', to: 'answer' },
                { when: 'Нужно разобраться', to: 'today' },
                { when: 'По телефону не объяснить', to: 'other' },
              ],
            },
            { id: 'answer', kind: 'answer', next: 'end' },
            { id: 'today', next: 'end', words: 'Отвечу Вам ((срок)).' },
            { id: 'other', next: 'end', words: 'Давайте я пришлю ответ письмом.' },
          ],
          {
            direction: 'internal',
            variables: [{ name: 'срок', label: 'До какого часа', call: 'end-of-day' }],
          },
        ),
      },
      new Date('2026-11-25T14:00:00+04:00'),
    );
    await page.getByText('Все сценарии').click();
    await page.getByRole('button', { name: 'Сценарий internal' }).click();
    await page.keyboard.press('Alt+1');
    await answer('Нужно разобраться');
    expect(await said()).toContain('Отвечу Вам до 18:00 сегодня.');
    await leave();
  });
});
