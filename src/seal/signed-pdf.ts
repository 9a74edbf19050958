/** A PDF that was signed by appending to it (incremental update, ISO 32000-1 7.5.6 and 12.8.1). */

/** True for what a signing program appends: a signature dictionary with its range and contents, up to the end mark. */
export function signedPdf(appended: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(appended);
  return /\/ByteRange\s*\[/u.test(text) && /\/Contents\s*</u.test(text) && /%%EOF\s*$/u.test(text);
}
