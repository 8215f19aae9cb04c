/** Where a dictionary of `az` keeps its words: a double-array word graph written by the C++ library dawgdic. */
interface Graph {
  readonly units: Uint32Array;
  readonly guide: Uint8Array;
}

const hasValue = 1 << 8;
const isExtended = 1 << 9;
const labelMask = 0x8000_00ff;
const valueMask = 0x7fff_ffff;

function readGraph(bytes: Uint8Array): Graph {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(0, true);
  const units = new Uint32Array(count);
  for (let index = 0; index < count; index++) units[index] = view.getUint32(4 + index * 4, true);
  const guideSize = view.getUint32(4 + count * 4, true) * 2;
  return { units, guide: bytes.subarray(8 + count * 4, 8 + count * 4 + guideSize) };
}

function offsetOf(unit: number): number {
  return (unit >>> 10) << ((unit & isExtended) >>> 6);
}

/** Calls back for each key of the graph, in byte order, with the value stored under it. */
export function visitKeys(bytes: Uint8Array, visit: (key: Uint8Array, value: number) => void): void {
  const { units, guide } = readGraph(bytes);
  const key = new Uint8Array(256);

  function child(parent: number, label: number): number {
    const index = parent ^ offsetOf(units[parent] ?? 0) ^ label;
    if (((units[index] ?? 0) & labelMask) >>> 0 !== label) throw new Error('The word graph is damaged.');
    return index;
  }

  function walk(node: number, length: number): void {
    const unit = units[node] ?? 0;
    if (unit & hasValue) visit(key.subarray(0, length), (units[node ^ offsetOf(unit)] ?? 0) & valueMask);
    for (let label = guide[node * 2] ?? 0; label !== 0; ) {
      const next = child(node, label);
      key[length] = label;
      walk(next, length + 1);
      label = guide[next * 2 + 1] ?? 0;
    }
  }

  walk(0, 0);
}
