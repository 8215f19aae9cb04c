import { NodeSelection, Plugin } from '@tiptap/pm/state';
import { Variable } from '../../schema/variable.ts';
import type { LetterValues } from './letter-values.ts';

/** Draws a variable as its value on a tint; without a value it is loud. A click leads to its field in the form. */
export function drawnVariable(values: LetterValues, onChoose: (name: string) => void): typeof Variable {
  return Variable.extend({
    addNodeView() {
      return ({ node }) => {
        const name = String(node.attrs.name);
        const dom = document.createElement('span');
        dom.dataset.variable = name;
        dom.contentEditable = 'false';
        dom.addEventListener('click', () => onChoose(name));
        const draw = () => {
          const text = values.textOf(name);
          dom.className = text === undefined ? 'letter-variable letter-variable-missing' : 'letter-variable';
          dom.textContent = text ?? `((${name}))`;
          dom.title = values.labelOf(name);
        };
        draw();
        const stop = values.subscribe(draw);
        return { dom, destroy: () => stop(), ignoreMutation: () => true };
      };
    },

    addKeyboardShortcuts() {
      return {
        Enter: ({ editor }) => {
          const { selection } = editor.state;
          if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'variable') return false;
          onChoose(String(selection.node.attrs.name));
          return true;
        },
      };
    },

    addProseMirrorPlugins() {
      return [typeBehindVariable()];
    },

    renderText({ node }) {
      return values.textOf(String(node.attrs.name)) ?? `((${node.attrs.name}))`;
    },
  });
}

/** Who types while a variable is selected does not mean to lose it: the text goes behind it. */
function typeBehindVariable(): Plugin {
  return new Plugin({
    props: {
      handleTextInput(view, _from, _to, text) {
        const { selection } = view.state;
        if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'variable') return false;
        view.dispatch(view.state.tr.insertText(text, selection.to).scrollIntoView());
        return true;
      },
    },
  });
}
