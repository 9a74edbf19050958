/** Files damaged in ways that happen and in ways that do not, the same ones for the same seed. */

/** A generator of whole numbers from 0 below a bound (mulberry32): small, and the same everywhere. */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** What YAML, Markdown, templates and offices' keyboards give a meaning to. */
const SPECIALS = [
  '&a ',
  '*a',
  '!!js ',
  '!<tag> ',
  '<<: ',
  '? ',
  '- ',
  ': ',
  ' #',
  '|',
  '>',
  '"',
  "'",
  '%YAML 2.0\n',
  '---\n',
  '...\n',

  '{',
  '}',
  '[',
  ']',
  ',',
  '\t',
  '\r',
  '\n',
  '\u0000',
  '\u001b[31m',
  '\ufeff',
  '\u3000',
  '\u00a0',
  '\u2028',
  '\u202e',

  '{{',
  '}}',
  '｛｛',
  '{{值 "',
  '{{#each}}',
  '**',
  '![](',
  '](',
  '| a |\n| - |\n',
  '```',
  '<script>',
  '\\x00',
  '\\ud800',

  '：',
  '，',
  '“',
  '”',
  '１２',
  '1e999999',
  '-0',
  '.inf',
  '空',
  '~',
  '/',
  '——',
  '__proto__: ',
  'constructor: ',
  '1'.repeat(400),
];

type Damage = (bytes: Buffer, random: (below: number) => number) => Buffer;

const lines = (bytes: Buffer): string[] => bytes.toString('latin1').split('\n');
const joined = (parts: readonly string[]): Buffer => Buffer.from(parts.join('\n'), 'latin1');

const DAMAGES: readonly Damage[] = [
  function flipBits(bytes, random) {
    const damaged = Buffer.from(bytes);
    for (let count = 1 + random(4); count > 0; count--) {
      const place = random(damaged.length);
      damaged[place] = (damaged[place] ?? 0) ^ (1 << random(8));
    }
    return damaged;
  },
  function deleteSome(bytes, random) {
    const start = random(bytes.length);
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + 1 + random(40))]);
  },
  function repeatSome(bytes, random) {
    const start = random(bytes.length);
    const some = bytes.subarray(start, start + 1 + random(200));
    return Buffer.concat([bytes.subarray(0, start), some, some, bytes.subarray(start)]);
  },
  function insertSpecial(bytes, random) {
    const place = random(bytes.length + 1);
    const special = Buffer.from(SPECIALS[random(SPECIALS.length)] ?? '');
    return Buffer.concat([bytes.subarray(0, place), special, bytes.subarray(place)]);
  },
  function swapLines(bytes, random) {
    const all = lines(bytes);
    const [a, b] = [random(all.length), random(all.length)];
    [all[a], all[b]] = [all[b] ?? '', all[a] ?? ''];
    return joined(all);
  },
  function repeatLine(bytes, random) {
    const all = lines(bytes);
    all.splice(random(all.length), 0, all[random(all.length)] ?? '');
    return joined(all);
  },
  function indentLine(bytes, random) {
    const all = lines(bytes);
    const place = random(all.length);
    all[place] = [' ', '   ', '\t', ''][random(4)] + (all[place] ?? '').trimStart();
    return joined(all);
  },
  function wrongEncoding(bytes, random) {
    const place = random(bytes.length);
    const rest = bytes.subarray(place);
    const wrong =
      [rest.toString('latin1'), rest.toString('utf16le'), `\ufffd${rest.toString('utf8')}`][random(3)] ?? '';
    return Buffer.concat([bytes.subarray(0, place), Buffer.from(wrong)]);
  },
  function asciiToWide(bytes, random) {
    const text = bytes.toString('utf8');
    const place = random(text.length);
    const wide = text
      .slice(place, place + 30)
      .replaceAll(/[!-~]/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));
    return Buffer.from(text.slice(0, place) + wide + text.slice(place + 30));
  },
];

/** One to three damages, one after the other. */
export function damaged(bytes: Uint8Array, seed: number): Buffer {
  const random = seeded(seed);
  let result: Buffer = Buffer.from(bytes);
  for (let count = 1 + random(3); count > 0; count--) {
    if (result.length > 0) result = DAMAGES[random(DAMAGES.length)]?.(result, random) ?? result;
  }
  return result;
}
