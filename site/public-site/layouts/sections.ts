/** The sections of the public site, in the order of the header. */
export const publicSections = [
  { id: 'functions', title: 'Функции', url: '/functions' },
  { id: 'contacts', title: 'Другие органы', url: '/contacts' },
  { id: 'glossary', title: 'Глоссарий', url: '/glossary' },
] as const;

/** Which section a page of the public site belongs to. */
export type PublicSection = (typeof publicSections)[number]['id'];
