/**
 * SM3 (GB/T 32905-2016) in plain arithmetic, beside SHA-256: filings to Chinese archives name hashes of the national
 * standard, and not every build of a platform brings it.
 */

const START = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e] as const;

/** The hash as 64 lower-case hexadecimal digits. */
export function sm3(bytes: Uint8Array): string {
  const padded = pad(bytes);
  const view = new DataView(padded.buffer);
  const state = Uint32Array.from(START);
  const words = new Uint32Array(68);
  for (let at = 0; at < padded.length; at += 64) {
    expand(view, at, words);
    compress(state, words);
  }
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('');
}

/** A one bit, zeros, and the length in bits as 64 bits (5.2). */
function pad(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x20000000));
  view.setUint32(padded.length - 4, (bytes.length << 3) >>> 0);
  return padded;
}

/** 5.3.2. */
function expand(view: DataView, at: number, words: Uint32Array): void {
  for (let j = 0; j < 16; j++) words[j] = view.getUint32(at + 4 * j);
  for (let j = 16; j < 68; j++) {
    const mixed = word(words, j - 16) ^ word(words, j - 9) ^ rotate(word(words, j - 3), 15);
    words[j] = permute1(mixed) ^ rotate(word(words, j - 13), 7) ^ word(words, j - 6);
  }
}

/** 5.3.3. */
function compress(state: Uint32Array, words: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let j = 0; j < 64; j++) {
    const constant = j < 16 ? 0x79cc4519 : 0x7a879d8a;
    const ss1 = rotate((rotate(a, 12) + e + rotate(constant, j % 32)) | 0, 7);
    const ss2 = ss1 ^ rotate(a, 12);
    const ff = j < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
    const gg = j < 16 ? e ^ f ^ g : (e & f) | (~e & g);
    const tt1 = (ff + d + ss2 + (word(words, j) ^ word(words, j + 4))) | 0;
    const tt2 = (gg + h + ss1 + word(words, j)) | 0;
    d = c;
    c = rotate(b, 9);
    b = a;
    a = tt1;
    h = g;
    g = rotate(f, 19);
    f = e;
    e = permute0(tt2);
  }
  [a, b, c, d, e, f, g, h].forEach((value, index) => {
    state[index] = word(state, index) ^ value;
  });
}

function permute0(x: number): number {
  return x ^ rotate(x, 9) ^ rotate(x, 17);
}

function permute1(x: number): number {
  return x ^ rotate(x, 15) ^ rotate(x, 23);
}

/** A shift by 32 is one by 0 in this language. */
function rotate(x: number, by: number): number {
  return by === 0 ? x : (x << by) | (x >>> (32 - by));
}

function word(words: Uint32Array, index: number): number {
  return words[index] ?? 0;
}
