import { Graph, layout } from '@dagrejs/dagre';
import type { Step } from '#knowledge';

/** A box of the drawing: a step, or where the script leads out of itself. Sizes and places in pixels; x and y are the middle. */
export interface Box {
  readonly id: string;
  readonly lines: readonly string[];
  readonly kind: Step['kind'] | 'script' | 'end';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The anchor or the page that the box leads to. */
  readonly href: string | undefined;
}

/** An arrow of the drawing as an SVG path. */
export interface Arrow {
  readonly path: string;
  readonly label: string;
}

/** A script drawn as a graph. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

const boxWidth = 190;
const lineHeight = 18;
const perLine = 24;
const padding = 20;

/** Lays a script out from its first step down; other scripts and the end of the call are boxes at the border. */
export function drawScript(
  steps: readonly Step[],
  scriptTitle: (id: string) => { title: string; url: string } | undefined,
): Drawing {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 28, ranksep: 44, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({}));
  const boxes = new Map<string, Omit<Box, 'x' | 'y'>>();

  function add(id: string, title: string, kind: Box['kind'], href: string | undefined): void {
    if (boxes.has(id)) return;
    const lines = wrap(title);
    const box = { id, lines, kind, width: boxWidth, height: lines.length * lineHeight + padding, href };
    boxes.set(id, box);
    graph.setNode(id, { width: box.width, height: box.height });
  }

  for (const [index, step] of steps.entries())
    add(step.id, `${index + 1}. ${step.title}`, step.kind, `#${step.id}`);
  for (const step of steps) {
    const ways = step.branches ?? [{ when: '', to: step.next ?? 'end' }];
    for (const [number, { when, to }] of ways.entries()) {
      if (to === 'end') add('end', 'Конец разговора', 'end', undefined);
      else if (to.startsWith('@')) {
        const script = scriptTitle(to.slice(1));
        add(to, script?.title ?? to.slice(1), 'script', script?.url);
      }
      if (boxes.has(to)) graph.setEdge(step.id, to, { label: when }, String(number));
    }
  }
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    boxes: [...boxes.values()].map((box) => {
      const { x = 0, y = 0 } = graph.node(box.id);
      return { ...box, x: Math.round(x), y: Math.round(y) };
    }),
    arrows: graph.edges().map((edge) => {
      const { points = [], label } = graph.edge(edge);
      return { path: pathThrough(points), label: typeof label === 'string' ? label : '' };
    }),
  };
}

/** A line through the points of a layout, rounded at its bends. */
function pathThrough(points: readonly { x: number; y: number }[]): string {
  const [first, ...rest] = points.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
  if (first === undefined) return '';
  const last = rest.at(-1);
  const bends = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? point;
    const toward =
      index === rest.length - 2 ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    return `Q${point.x} ${point.y} ${toward.x} ${toward.y}`;
  });
  return bends.length === 0
    ? `M${first.x} ${first.y}L${last?.x} ${last?.y}`
    : `M${first.x} ${first.y}${bends.join('')}`;
}

function wrap(title: string): string[] {
  const lines: string[] = [];
  for (const word of title.split(/\s+/)) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length < perLine)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
