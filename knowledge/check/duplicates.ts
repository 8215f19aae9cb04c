import { type Check, reporter } from './check.ts';

/** Ids and glossary terms that occur twice: a link to them would lead to one of the two by chance. */
export const duplicates: Check = (reading) => {
  const { content } = reading;
  const report = reporter('duplicate-id', reading);
  const seen = new Map<string, string>();
  const claim = (scope: string, id: string, file: string, path: readonly PropertyKey[]) => {
    const key = `${scope} ${id}`;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, file);
      return [];
    }
    const where = first === file ? 'в этом же файле' : `в файле ${first}`;
    return [report.at(file, path, `«${id}» уже есть ${where}. Дайте другое имя: по нему ставят ссылки.`)];
  };
  return [
    ...content.pages.flatMap((page) => claim('page', page.id, page.file, ['id'])),
    ...content.units.flatMap((unit, index) => [
      ...claim('unit', unit.id, 'units.yml', [index, 'id']),
      ...unit.was.flatMap((former, at) => claim('unit', former, 'units.yml', [index, 'was', at])),
    ]),
    ...content.glossary.flatMap((entry, index) => [
      ...claim('glossary', entry.id, 'glossary.yml', [index, 'id']),
      ...claim('term', entry.term.toLowerCase(), 'glossary.yml', [index, 'term']),
    ]),
  ];
};
