/**
 * Characters -> bytes of GBK, by turning round the table of the platform's own reader: no second table that could differ.
 */

/** Lead bytes 81-FE, trail bytes 40-FE without 7F. */
const FIRST_LEAD = 0x81;
const LAST_LEAD = 0xfe;
const FIRST_TRAIL = 0x40;
const LAST_TRAIL = 0xfe;
const NO_TRAIL = 0x7f;

let known: ReadonlyMap<string, readonly [number, number]> | undefined;

/** The two bytes of every character beyond ASCII that GBK holds; where two codes mean one character, the lower one. */
function twoBytes(): ReadonlyMap<string, readonly [number, number]> {
  if (known !== undefined) return known;
  const decoder = new TextDecoder('gbk');
  const table = new Map<string, readonly [number, number]>();
  for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead += 1) {
    for (let trail = FIRST_TRAIL; trail <= LAST_TRAIL; trail += 1) {
      if (trail === NO_TRAIL) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\ufffd' && !table.has(character))
        table.set(character, [lead, trail]);
    }
  }
  known = table;
  return table;
}

/** Bytes of one character (a code point) in GBK; undefined when GBK does not hold it. */
export function gbkBytes(character: string): readonly number[] | undefined {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? [code] : twoBytes().get(character);
}
