// Four tables, so that four bytes go in at a time: the file has tens of megabytes and is checked at every start.
const tables: readonly Uint32Array[] = makeTables();

function makeTables(): Uint32Array[] {
  const first = new Uint32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    first[byte] = value;
  }
  const all = [first];
  for (let table = 1; table < 4; table++) {
    const before = all[table - 1] ?? first;
    all.push(Uint32Array.from(before, (value) => (value >>> 8) ^ (first[value & 255] ?? 0)));
  }
  return all;
}

/** CRC-32 (ISO-HDLC, as in gzip and PNG). */
export function crc32(bytes: Uint8Array): number {
  const [a, b, c, d] = tables as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  let sum = 0xffffffff;
  let place = 0;
  for (const end = bytes.length - 3; place < end; place += 4) {
    sum ^=
      (bytes[place] ?? 0) |
      ((bytes[place + 1] ?? 0) << 8) |
      ((bytes[place + 2] ?? 0) << 16) |
      ((bytes[place + 3] ?? 0) << 24);
    sum =
      (d[sum & 255] ?? 0) ^ (c[(sum >>> 8) & 255] ?? 0) ^ (b[(sum >>> 16) & 255] ?? 0) ^ (a[sum >>> 24] ?? 0);
  }
  for (; place < bytes.length; place++) sum = (sum >>> 8) ^ (a[(sum ^ (bytes[place] ?? 0)) & 255] ?? 0);
  return ~sum >>> 0;
}
