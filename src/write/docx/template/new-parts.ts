/**
 * The parts an office's file gives to the new one, under names of our own, with the relationships and content types they
 * need: the same file gives the same names in the same order.
 */
import { escapeXml, xmlHead } from '../xml.js';
import type { OfficeTemplate, Relation } from './open-template.js';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Pictures that Word, WPS and LibreOffice show, by ending, with the bytes they begin with. */
const pictures: Readonly<Record<string, { readonly type: string; readonly begins: readonly number[] }>> = {
  png: { type: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47] },
  jpg: { type: 'image/jpeg', begins: [0xff, 0xd8] },
  jpeg: { type: 'image/jpeg', begins: [0xff, 0xd8] },
  gif: { type: 'image/gif', begins: [0x47, 0x49, 0x46] },
  bmp: { type: 'image/bmp', begins: [0x42, 0x4d] },
  emf: { type: 'image/x-emf', begins: [0x01, 0x00, 0x00, 0x00] },
  wmf: { type: 'image/x-wmf', begins: [] },
};

/** Relationships of one part as they are added to. */
export interface PartRelations {
  /** Id of the relationship to a picture of the office's file, copied once; undefined for one that cannot be taken. */
  readonly picture: (relation: Relation) => string | undefined;
  /** Id of a relationship to a new part of the package, given from `word/`. */
  readonly part: (kind: string, target: string) => string;
  readonly elements: () => string;
}

export class NewParts {
  readonly #template: OfficeTemplate;
  readonly #parts = new Map<string, string | Uint8Array>();
  readonly #media = new Map<string, string>();
  readonly #types = new Map<string, string>();
  readonly #endings = new Map<string, string>();

  constructor(template: OfficeTemplate) {
    this.#template = template;
  }

  /** Parts by path. */
  get parts(): Readonly<Record<string, string | Uint8Array>> {
    return Object.fromEntries(this.#parts);
  }

  /** Adds an XML part with the relationships of its own. */
  add(path: string, xml: string, contentType: string | undefined, relations?: PartRelations): void {
    this.#parts.set(path, xml);
    if (contentType !== undefined) this.#types.set(path, contentType);
    const elements = relations?.elements() ?? '';
    if (elements === '') return;
    const slash = path.lastIndexOf('/') + 1;
    this.#parts.set(`${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`, relationshipsPart(elements));
  }

  /** `tag` keeps ids apart from those of other hands. */
  relations(tag: string, mediaFolder = 'media/'): PartRelations {
    const known = new Map<string, { readonly id: string; readonly type: string }>();
    const idOf = (type: string, target: string): string => {
      const id = known.get(target)?.id ?? `${tag}${known.size + 1}`;
      known.set(target, { id, type });
      return id;
    };
    return {
      picture: (relation) => {
        const name = this.#picture(relation);
        return name === undefined ? undefined : idOf('image', `${mediaFolder}${name}`);
      },
      part: idOf,
      elements: () =>
        [...known]
          .map(
            ([target, { id, type }]) =>
              `<Relationship Id="${id}" Type="${office}/${type}" Target="${escapeXml(target)}"/>`,
          )
          .join(''),
    };
  }

  /** `[Content_Types].xml` with the new parts. */
  typed(xml: string): string {
    const endings = [...this.#endings].filter(([ending]) => !xml.includes(`Extension="${ending}"`));
    const defaults = endings.map(([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`);
    const overrides = [...this.#types].map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`);
    return xml
      .replace(/(<Types\b[^>]*>)/u, (open) => `${open}${defaults.join('')}`)
      .replace('</Types>', `${overrides.join('')}</Types>`);
  }

  #picture({ path }: Relation): string | undefined {
    if (path === undefined) return undefined;
    const known = this.#media.get(path);
    if (known !== undefined) return known;
    const ending = /\.([a-z]+)$/iu.exec(path)?.[1]?.toLowerCase() ?? '';
    const picture = Object.hasOwn(pictures, ending) ? pictures[ending] : undefined;
    const bytes = this.#template.bytesOf(path);
    if (picture === undefined || bytes === undefined) return undefined;
    if (!picture.begins.every((byte, index) => bytes[index] === byte)) return undefined;
    const name = `office${this.#media.size + 1}.${ending}`;
    this.#media.set(path, name);
    this.#parts.set(`word/media/${name}`, bytes);
    this.#endings.set(ending, picture.type);
    return name;
  }
}

function relationshipsPart(elements: string): string {
  return `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${elements}</Relationships>`;
}
