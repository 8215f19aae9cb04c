import { allowedComponents, type PageKind } from '#knowledge';

/** A piece of markup that the toolbar puts into the text. */
export interface Snippet {
  readonly name: string;
  /** `|` is where the selected words or the caret go. */
  readonly markup: string;
}

const names: Readonly<Record<string, string>> = {
  Step: 'Слова шага',
  Note: 'Примечание',
  Warning: 'Предупреждение',
  Quote: 'Слова акта',
  BadExample: 'Как не надо',
  GoodExample: 'Как надо',
  Term: 'Термин с пояснением',
  Page: 'Ссылка на страницу базы',
  Value: 'Сведения из профиля',
  Deadline: 'Срок из профиля',
};

const inline = new Set(['Term', 'Page']);

/** The components that a page of this kind may have, ready to be put in. */
export function snippetsOf(kind: PageKind): Snippet[] {
  return Object.entries(allowedComponents)
    .filter(([, { kinds }]) => kinds === undefined || kinds.includes(kind))
    .map(([component, { attributes, content }]) => {
      const opening = [component, ...attributes.map((attribute) => `${attribute}=""`)].join(' ');
      const name = names[component] ?? component;
      if (content === 'none') return { name, markup: `<${opening} />|` };
      if (inline.has(component)) return { name, markup: `<${opening}>|</${component}>` };
      return { name, markup: `\n\n<${opening}>\n\n|\n\n</${component}>\n\n` };
    });
}
