import { Condition } from '../../schema/condition.ts';
import type { LetterValues } from './letter-values.ts';

/** Draws text under a flag: as text while the flag is on, as a small button that switches it on while it is off. */
export function drawnCondition(values: LetterValues): typeof Condition {
  return Condition.extend({
    addNodeView() {
      return ({ node }) => {
        const flag = String(node.attrs.flag);
        const dom = document.createElement('span');
        const button = document.createElement('button');
        const contentDOM = document.createElement('span');
        dom.dataset.flag = flag;
        button.type = 'button';
        button.contentEditable = 'false';
        button.className = 'letter-flag-off';
        button.textContent = `+ ${values.labelOf(flag)}`;
        button.addEventListener('click', () => values.fill(flag, true));
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
