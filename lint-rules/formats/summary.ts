import { counted } from '../russian-words.ts';
import { countIgnored, countKnown, countMessages, type FileReport, type RunReport } from './report.ts';

/** The last line of a report: «2 ошибки, 1 предупреждение в 3 файлах. Проверено: 120 файлов.» */
export function summary(reports: readonly FileReport[], run: RunReport = {}): string {
  const { error, warning, hint } = countMessages(reports);
  const parts = [
    ...(error > 0 ? [counted(error, 'ошибка', 'ошибки', 'ошибок')] : []),
    ...(warning > 0 ? [counted(warning, 'предупреждение', 'предупреждения', 'предупреждений')] : []),
    ...(hint > 0 ? [counted(hint, 'подсказка', 'подсказки', 'подсказок')] : []),
  ];
  const read = counted(reports.length, 'файл', 'файла', 'файлов');
  const rest = `Проверено: ${read}.${ignored(reports)}${baseline(reports, run)}`;
  if (parts.length === 0) return `${countKnown(reports) > 0 ? 'Новых замечаний' : 'Замечаний'} нет. ${rest}`;
  const touched = reports.filter(({ messages }) => messages.length > 0).length;
  return `${parts.join(', ')} в\u00a0${counted(touched, 'файле', 'файлах', 'файлах')}. ${rest}`;
}

function ignored(reports: readonly FileReport[]): string {
  const count = countIgnored(reports);
  return count === 0 ? '' : ` Пропущено по пометкам: ${count}.`;
}

/** « Известных замечаний: 40, стало меньше на 2.»: what the baseline has hidden, and how it melts. */
function baseline(reports: readonly FileReport[], { gone }: RunReport): string {
  if (gone === undefined) return '';
  const less = gone > 0 ? `, стало меньше на\u00a0${gone}` : '';
  return ` Известных замечаний: ${countKnown(reports)}${less}.`;
}
