/**
 * Kind and size of an image, read from its own bytes with every length checked. Comes in: bytes of unknown origin. Goes out:
 * what the writers need, or why the image cannot be used. Never decodes pixels.
 * Sources: PNG (ISO/IEC 15948) 5.2, 11.2.2; JPEG (ITU-T T.81) annex B.
 */

export interface ImageInfo {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
}

/** `format` neither PNG nor JPEG; `damaged` cut short or without a size; `colour` neither RGB nor grey; `large` over 10 MB. */
export type ImageFault = 'format' | 'damaged' | 'colour' | 'large';

/** 10 MB (design 1.12). */
const mostImageBytes = 10 * 1024 * 1024;
const mostPixels = 30_000;
const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Reads the head of an image file. */
export function readImage(bytes: Uint8Array): ImageInfo | ImageFault {
  if (bytes.length > mostImageBytes) return 'large';
  if (pngSignature.every((byte, index) => bytes[index] === byte)) return readPng(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return readJpeg(bytes);
  return 'format';
}

function readPng(bytes: Uint8Array): ImageInfo | ImageFault {
  const isHeader = uint32(bytes, 8) === 13 && uint32(bytes, 12) === 0x49484452;
  const ends = uint32(bytes, bytes.length - 8) === 0x49454e44;
  if (!isHeader || !ends || bytes.length < 57) return 'damaged';
  return sized('image/png', uint32(bytes, 16), uint32(bytes, 20));
}

function readJpeg(bytes: Uint8Array): ImageInfo | ImageFault {
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return 'damaged';
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const length = uint16(bytes, at + 2);
    // Pixels begin before a frame header was seen.
    if (marker === 0xda || length < 2) return 'damaged';
    if (isFrameHeader(marker)) {
      if (length < 8 || at + 2 + length > bytes.length) return 'damaged';
      const components = bytes[at + 9];
      if (components !== 1 && components !== 3) return 'colour';
      return sized('image/jpeg', uint16(bytes, at + 7), uint16(bytes, at + 5));
    }
    at += 2 + length;
  }
  return 'damaged';
}

/** SOF0 to SOF15; C4, C8 and CC are other segments. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function sized(mediaType: ImageInfo['mediaType'], width: number, height: number): ImageInfo | ImageFault {
  const sound = width > 0 && height > 0 && width <= mostPixels && height <= mostPixels;
  return sound ? { mediaType, width, height } : 'damaged';
}

function uint16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

function uint32(bytes: Uint8Array, at: number): number {
  return uint16(bytes, at) * 0x10000 + uint16(bytes, at + 2);
}
