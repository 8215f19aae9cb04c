import type { Node } from '@tiptap/pm/model';
import { Condition } from '../../schema/condition.ts';
import type { LetterValues } from './letter-values.ts';

/**
 * Draws text under a flag: as text while the flag is on, as a small button that switches it on while it is off. The button
 * then goes away, so the focus goes on to the first variable that is not filled in, or into the text.
 */
export function drawnCondition(values: LetterValues, onChoose: (name: string) => void): typeof Condition {
  return Condition.extend({
    addNodeView() {
      return ({ node, editor, getPos }) => {
        const flag = String(node.attrs.flag);
        const dom = document.createElement('span');
        const button = document.createElement('button');
        const contentDOM = document.createElement('span');
        dom.dataset.flag = flag;
        button.type = 'button';
        button.contentEditable = 'false';
        button.className = 'letter-flag-off';
        button.textContent = `+ ${values.labelOf(flag)}`;
        button.addEventListener('click', () => {
          const place = getPos();
          const condition = place === undefined ? undefined : editor.state.doc.nodeAt(place);
          values.fill(flag, true);
          if (place === undefined || !condition) return;
          const missing = firstMissing(condition, values);
          if (missing !== undefined) onChoose(missing);
          else editor.commands.focus(place + 1 + condition.content.size);
        });
        dom.append(button, contentDOM);
        const draw = () => {
          const on = values.valueOf(flag) === true;
          dom.className = on ? 'letter-flag' : 'letter-flag letter-flag-hidden';
          button.hidden = on;
          contentDOM.hidden = !on;
        };
        draw();
        const stop = values.subscribe(draw);
        return {
          dom,
          contentDOM,
          destroy: () => stop(),
          ignoreMutation: (mutation) => mutation.target === dom || button.contains(mutation.target),
          stopEvent: (event) => event.target instanceof globalThis.Node && button.contains(event.target),
        };
      };
    },
  });
}

function firstMissing(condition: Node, values: LetterValues): string | undefined {
  const missing: string[] = [];
  condition.descendants(({ type, attrs }) => {
    const name = String(attrs.name);
    if (type.name === 'variable' && values.textOf(name) === undefined) missing.push(name);
  });
  return missing[0];
}
