import type { EditorProps } from '@tiptap/pm/view';
import { cleanHtml } from '../../paste/clean-html.ts';
import { cleanPlainText } from '../../paste/clean-text.ts';

/**
 * Cleans what is pasted into the letter.
 *
 * @param onPictures told how many pictures were left out
 */
export function pasting(
  onPictures: (count: number) => void,
): Pick<EditorProps, 'transformPastedHTML' | 'transformPastedText' | 'handlePaste' | 'handleDrop'> {
  const refused = (files: FileList | undefined, types: readonly string[]) => {
    const isFilesAlone =
      files !== undefined && files.length > 0 && !types.some((type) => type.startsWith('text/'));
    if (isFilesAlone) onPictures(files.length);
    return isFilesAlone;
  };
  return {
    transformPastedHTML(html) {
      const { html: cleaned, pictures } = cleanHtml(html, (text) =>
        new DOMParser().parseFromString(text, 'text/html'),
      );
      if (pictures > 0) onPictures(pictures);
      return cleaned;
    },
    transformPastedText: cleanPlainText,
    handlePaste: (_view, { clipboardData }) => refused(clipboardData?.files, clipboardData?.types ?? []),
    // A file that is dropped beside the letter must not replace the page.
    handleDrop(_view, event) {
      const isRefused = refused(event.dataTransfer?.files, event.dataTransfer?.types ?? []);
      if (isRefused) event.preventDefault();
      return isRefused;
    },
  };
}
