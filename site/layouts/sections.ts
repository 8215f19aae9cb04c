/** The main sections, in the order of the header. */
export const sections = [
  { id: 'call', title: 'Звонок', url: '/call' },
  { id: 'functions', title: 'Функции', url: '/functions' },
  { id: 'templates', title: 'Шаблоны', url: '/templates' },
  { id: 'scripts', title: 'Сценарии', url: '/scripts' },
  { id: 'drafts', title: 'Черновики', url: '/drafts' },
  { id: 'refresh', title: 'Актуализация', url: '/refresh' },
] as const;

/** Which section of the header a page belongs to. */
export type Section = (typeof sections)[number]['id'];

/** The pages that are reached from the foot of every page. */
export const more = [
  { title: 'Глоссарий', url: '/glossary' },
  { title: 'Правовые акты', url: '/acts' },
  { title: 'Другие органы', url: '/contacts' },
  { title: 'Правила языка', url: '/rules' },
  { title: 'Полнота базы', url: '/coverage' },
] as const;
