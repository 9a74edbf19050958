/** The YAML language server that editors run, over its standard input and output, for tests of schemas. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface EditorDiagnostic {
  readonly message: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

export interface EditorCompletion {
  readonly label: string;
  readonly documentation?: string | { readonly value: string };
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** One running server. Files must be on disk beside their schema; the server itself fetches nothing. */
export class LanguageServer {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #answers = new Map<number, (message: Message) => void>();
  readonly #diagnostics = new Map<string, (found: readonly EditorDiagnostic[]) => void>();
  #rest = Buffer.alloc(0);
  #requests = 0;

  private constructor() {
    const program = join('node_modules', 'yaml-language-server', 'bin', 'yaml-language-server');
    this.#child = spawn(process.execPath, [program, '--stdio']);
    this.#child.stdout.on('data', (bytes: Buffer) => {
      this.#rest = Buffer.concat([this.#rest, bytes]);
      this.#readMessages();
    });
  }

  static async start(): Promise<LanguageServer> {
    const server = new LanguageServer();
    await server.#request('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: { textDocument: { hover: { contentFormat: ['markdown'] } }, workspace: { configuration: true } },
    });
    server.#notify('initialized', {});
    return server;
  }

  stop(): void {
    this.#child.kill();
  }

  /** Opens a text under a path and waits for what the server marks in it. */
  async open(path: string, text: string): Promise<readonly EditorDiagnostic[]> {
    const uri = pathToFileURL(path).href;
    const found = new Promise<readonly EditorDiagnostic[]>((resolve) => {
      this.#diagnostics.set(uri, resolve);
    });
    this.#notify('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
    return found;
  }

  /** What is shown when the pointer rests on a place (0-based) of an open text. */
  async hover(path: string, line: number, character: number): Promise<string> {
    const answer = (await this.#request('textDocument/hover', this.#place(path, line, character))) as {
      contents?: { value?: string };
    } | null;
    return answer?.contents?.value ?? '';
  }

  /** What is offered at a place (0-based) of an open text. */
  async complete(path: string, line: number, character: number): Promise<readonly EditorCompletion[]> {
    const answer = (await this.#request('textDocument/completion', this.#place(path, line, character))) as {
      items: readonly EditorCompletion[];
    };
    return answer.items;
  }

  #place(path: string, line: number, character: number): object {
    return { textDocument: { uri: pathToFileURL(path).href }, position: { line, character } };
  }

  async #request(method: string, params: object): Promise<unknown> {
    const id = ++this.#requests;
    const answer = new Promise<Message>((resolve) => {
      this.#answers.set(id, resolve);
    });
    this.#send({ id, method, params });
    const { result, error } = await answer;
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result;
  }

  #notify(method: string, params: object): void {
    this.#send({ method, params });
  }

  #send(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #readMessages(): void {
    for (;;) {
      const end = this.#rest.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/iu.exec(this.#rest.subarray(0, Math.max(end, 0)).toString())?.[1]);
      if (end < 0 || this.#rest.length < end + 4 + length) return;
      const body = this.#rest.subarray(end + 4, end + 4 + length).toString();
      this.#rest = this.#rest.subarray(end + 4 + length);
      this.#receive(JSON.parse(body) as Message);
    }
  }

  #receive(message: Message): void {
    const { id, method } = message;
    if (method === undefined && id !== undefined) {
      this.#answers.get(id)?.(message);
      this.#answers.delete(id);
    } else if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = message.params as { uri: string; diagnostics: readonly EditorDiagnostic[] };
      this.#diagnostics.get(uri)?.(diagnostics);
    } else if (method === 'workspace/configuration') {
      const { items } = message.params as { items: readonly { section?: string }[] };
      this.#send({ id, result: items.map(({ section }) => (section === 'yaml' ? SETTINGS : {})) });
    } else if (id !== undefined) {
      this.#send({ id, result: null });
    }
  }
}

/** As an editor is set that has never been set up, but for the public catalogue of schemas, which is on a network. */
const SETTINGS = { validate: true, hover: true, completion: true, schemaStore: { enable: false } };
