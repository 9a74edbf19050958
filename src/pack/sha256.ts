/**
 * SHA-256 (FIPS 180-4) in plain arithmetic, so that the same hash comes out in browsers and on servers, at once and without
 * asking the platform.
 */

/** First 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2). */
const roundConstants = fractions(64, Math.cbrt);
/** Likewise of the square roots of the first 8 primes (5.3.3). */
const startValues = fractions(8, Math.sqrt);

function fractions(count: number, root: (n: number) => number): Uint32Array {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return Uint32Array.from(primes, (prime) => exactFraction(prime, root));
}

/**
 * floor(frac(root) · 2^32), found in whole numbers: the platform's root only gives the start, since its last bit may differ
 * between engines.
 */
function exactFraction(prime: number, root: (n: number) => number): number {
  const power = root === Math.cbrt ? 3n : 2n;
  const target = BigInt(prime) << (32n * power);
  let guess = BigInt(Math.floor(root(prime) * 2 ** 32));
  while (guess ** power > target) guess -= 1n;
  while ((guess + 1n) ** power <= target) guess += 1n;
  return Number(guess & 0xffffffffn);
}

/** SHA-256 of the chunks taken as one run of bytes, as 64 lower-case hexadecimal digits. */
export function sha256(chunks: readonly Uint8Array[]): string {
  const message = padded(chunks);
  const view = new DataView(message.buffer);
  const hash = Uint32Array.from(startValues);
  const schedule = new Uint32Array(64);
  for (let block = 0; block < message.length; block += 64) {
    for (let i = 0; i < 16; i++) schedule[i] = view.getUint32(block + i * 4);
    for (let i = 16; i < 64; i++) schedule[i] = extended(schedule, i);
    compress(hash, schedule);
  }
  return Array.from(hash, (word) => word.toString(16).padStart(8, '0')).join('');
}

/** The message, a one bit, zeros, and its length in bits as 64 bits (5.1.1). */
function padded(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  const message = new Uint8Array(Math.ceil((length + 9) / 64) * 64);
  let at = 0;
  for (const chunk of chunks) {
    message.set(chunk, at);
    at += chunk.length;
  }
  message[length] = 0x80;
  new DataView(message.buffer).setBigUint64(message.length - 8, BigInt(length) * 8n);
  return message;
}

function rotated(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function extended(schedule: Uint32Array, i: number): number {
  const near = schedule[i - 2] ?? 0;
  const far = schedule[i - 15] ?? 0;
  const low = rotated(far, 7) ^ rotated(far, 18) ^ (far >>> 3);
  const high = rotated(near, 17) ^ rotated(near, 19) ^ (near >>> 10);
  return (schedule[i - 16] ?? 0) + low + (schedule[i - 7] ?? 0) + high;
}

/** One block of 64 rounds (6.2.2), in the letters of the standard. */
function compress(hash: Uint32Array, schedule: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
  for (let i = 0; i < 64; i++) {
    const choose = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const sigma1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
    const sigma0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
    const first = (h + sigma1 + choose + (roundConstants[i] ?? 0) + (schedule[i] ?? 0)) | 0;
    const second = (sigma0 + majority) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) hash[i] = (hash[i] ?? 0) + word;
}
