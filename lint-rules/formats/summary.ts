import { counted } from '../russian-words.ts';
import { countMessages, type FileReport } from './report.ts';

/** The last line of a report: «2 ошибки, 1 предупреждение в 3 файлах. Проверено: 120 файлов.» */
export function summary(reports: readonly FileReport[]): string {
  const { error, warning, hint } = countMessages(reports);
  const parts = [
    ...(error > 0 ? [counted(error, 'ошибка', 'ошибки', 'ошибок')] : []),
    ...(warning > 0 ? [counted(warning, 'предупреждение', 'предупреждения', 'предупреждений')] : []),
    ...(hint > 0 ? [counted(hint, 'подсказка', 'подсказки', 'подсказок')] : []),
  ];
  const read = counted(reports.length, 'файл', 'файла', 'файлов');
  if (parts.length === 0) return `Замечаний нет. Проверено: ${read}.`;
  const touched = reports.filter(({ messages }) => messages.length > 0).length;
  return `${parts.join(', ')} в\u00a0${counted(touched, 'файле', 'файлах', 'файлах')}. Проверено: ${read}.`;
}
