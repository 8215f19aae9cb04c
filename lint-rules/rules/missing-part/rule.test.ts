import { describe, expect, it } from 'vitest';
import { lint } from '../../support/linting.ts';

const letters = {
  'first-reply': {
    parts: [
      { part: 'receipt', clause: 'п. 4.8' },
      { part: 'registration', clause: 'п. 4.8' },
      { part: 'deadline', clause: 'п. 4.8' },
      { part: 'rating-link', clause: 'п. 4.9' },
    ],
  },
  'redirect-notice': { parts: [{ part: 'both-channels' }, { part: 'redirect-body' }] },
  refusal: { parts: [{ part: 'plain-reason' }, { part: 'alternative' }] },
  'incomplete-documents': { parts: [{ part: 'missing-items' }, { part: 'reapply' }, { part: 'greeting' }] },
  'final-reply': { parts: [{ part: 'survey-link' }, { part: 'executor-contact' }] },
};

const missing = (letter: keyof typeof letters, text: string) =>
  lint(text, { letter, letters })
    .filter(({ rule }) => rule === 'missing-part')
    .map(({ part }) => part);

describe('parts of a letter', () => {
  it('WR-6, WR-7: a first reply says that the letter came, its number, the day of the answer, and asks to rate', () => {
    expect(missing('first-reply', 'Здравствуйте!')).toEqual(
      expect.arrayContaining(['receipt', 'registration', 'deadline', 'rating-link']),
    );
    expect(missing('first-reply', 'Мы получили Ваше обращение 5 мая, оно зарегистрировано под № 7.')).toEqual(
      ['deadline', 'rating-link'],
    );
  });

  it('WR-6: a variable of a template stands for the fact', () => {
    const text =
      'Мы получили Ваше письмо и записали под номером ((номер)). Ответ пришлём до ((срок ответа)). Оцените нас: ((ссылка на оценку)).';
    expect(missing('first-reply', text)).toEqual([]);
  });

  it('WR-8: a notice of redirection names the body and goes by both channels', () => {
    expect(
      missing(
        'redirect-notice',
        'Ваше письмо мы передали в министерство труда. Уведомление отправили на электронную почту и в личный кабинет.',
      ),
    ).toEqual([]);
    expect(missing('redirect-notice', 'Ваше письмо мы прочитали.')).toEqual([
      'both-channels',
      'redirect-body',
    ]);
  });

  it('WR-10, LN-6: a refusal has a plain reason and a way out', () => {
    expect(missing('refusal', 'Справку мы не дадим.')).toEqual(['plain-reason', 'alternative']);
  });

  it('WR-13: a notice of missing documents lists them and offers to apply again', () => {
    expect(
      missing(
        'incomplete-documents',
        'Здравствуйте! Не хватает копии паспорта. Пришлите её и подайте заявление снова.',
      ),
    ).toEqual([]);
  });

  it('WR-12: a survey needs a link, not only words', () => {
    expect(missing('final-reply', 'Пройдите опрос. Телефон исполнителя 8 (383) 228-67-88.')).toEqual([
      'survey-link',
    ]);
  });

  it('brings the clause that demands the part, instead of the rule’s', () => {
    const [first] = lint('Здравствуйте!', {
      letter: 'first-reply',
      letters,
      clauses: { 'missing-part': 'п. 1' },
    });
    expect(first).toMatchObject({ part: 'receipt', clause: 'п. 4.8', start: 0, end: 13, expected: [] });
  });

  it('asks for nothing when the kind of the letter has no duties', () => {
    expect(lint('Здравствуйте!', { letter: 'social-reply', letters })).toEqual([]);
  });
});
