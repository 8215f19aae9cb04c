import type { Examples } from '../../examples.ts';

/** What the rule must find and what it must leave alone. */
export const examples: Examples = {
  bad: [
    { text: 'Ответим в мае месяце.', found: 'мае месяце', better: 'мае', severity: 'warning' },
    { text: 'Долг погашен целиком и полностью.', better: 'полностью' },
    { text: 'Это самый оптимальный срок.', better: 'оптимальный', severity: 'warning' },
  ],
  good: [
    'Ответим в мае.',
    'Самое лучшее время — утро.',
    'Предварительная запись открыта.',
    'Более или менее ясно.',
  ],
};
