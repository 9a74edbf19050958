/**
 * Makes the archive for machines without a registry (out/nianbao-VERSION.zip): unpack it, run it with Node alone. It holds
 * the bundled command line, templates, fonts, schemas, examples, docs and licences. Same inputs, same bytes.
 *
 *   npm run release                builds first, then writes the archive
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';

const root = fileURLToPath(new URL('..', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Name of the archive and of the folder in it, without the ending. */
export const releaseName = `nianbao-${manifest.version}`;

/** Read by `nianbao --version`; also tells Node that the program is made of modules. */
const PACKAGE = {
  name: manifest.name,
  version: manifest.version,
  license: manifest.license,
  private: true,
  type: 'module',
};

/** ASCII only: what a batch file says is shown in the code page of its window, which nobody knows beforehand. */
const WINDOWS_START = `@echo off
setlocal
set "NIANBAO_NODE=%~dp0node\\node.exe"
if exist "%NIANBAO_NODE%" goto run
set "NIANBAO_NODE=%~dp0node.exe"
if exist "%NIANBAO_NODE%" goto run
set "NIANBAO_NODE=node"
where node >nul 2>nul
if not errorlevel 1 goto run
echo Node.js was not found. Put node.exe into this folder, or install Node.js 20 or later.
exit /b 2
:run
"%NIANBAO_NODE%" "%~dp0dist\\cli.js" %*
exit /b %errorlevel%
`;

/** Uses nothing but the shell itself, so that it runs wherever a shell does. */
const LINUX_START = `#!/bin/sh
self=$0
if [ -h "$self" ]; then self=$(readlink -f "$self"); fi
case $self in
  */*) here=\${self%/*} ;;
  *) here=. ;;
esac
for node in "$here/node/bin/node" "$here/node/node" "$here/node-bin"; do
  if [ -x "$node" ] && [ ! -d "$node" ]; then exec "$node" "$here/dist/cli.js" "$@"; fi
done
if command -v node >/dev/null 2>&1; then exec node "$here/dist/cli.js" "$@"; fi
echo "找不到 Node.js：请把 Node.js 20 以上的程序放进 $here/node 文件夹（见“安装说明.txt”）。" >&2
exit 2
`;

const NOTES = `年报（nianbao）${manifest.version} 安装说明
========================================

本文件夹不用安装，也不用联网：解开压缩包，有 Node.js 20 以上就能用。
Node.js 可以装在电脑上，也可以只放在本文件夹里，由本程序自己使用。

Windows
-------
1. 把压缩包解到一个文件夹，例如 D:\\nianbao。
2. 电脑上没有 Node.js 的：在能上网的电脑上下载 Node.js 的 Windows 压缩版（zip），
   把其中的 node.exe 复制到本文件夹，和 nianbao.cmd 放在一起。
3. 在本文件夹的地址栏里输入 cmd 后回车，在打开的窗口里输入：
       nianbao check examples\\huludao-2023\\report.yaml
   看到“合格”就是好了。生成 Word 和 PDF：
       nianbao build examples\\huludao-2023\\report.yaml -o 输出

Linux（银河麒麟、统信 UOS 等桌面）
----------------------------------
1. 解开压缩包：unzip ${releaseName}.zip
2. 电脑上没有 Node.js 的：在能上网的电脑上下载与处理器相符的 Node.js（x64、arm64 或 loong64）
   压缩包，解开后改名为 node，整个放进本文件夹，使 node/bin/node 存在。
3. 在本文件夹里打开终端，输入：
       sh nianbao check examples/huludao-2023/report.yaml
       sh nianbao build examples/huludao-2023/report.yaml -o 输出

用法见 README.md 和 docs 文件夹；数据文件怎么填见 docs/data-file.md。
升级：解开新的压缩包，换掉整个文件夹即可；数据文件不要放在本文件夹里。
字体、软件包的许可证见 fonts/licences 和 dist/cli-licences.txt；本程序的许可证见 LICENSE。
`;

/** Files of the archive by path; `dist` holds the bundled command line and the packs kept beside it. */
export function releaseFiles(dist = join(root, 'dist')) {
  const files = new Map();
  const add = (path, bytes) => files.set(path, bytes);
  const text = (value) => Buffer.from(value, 'utf8');
  /** Notepad takes a file without a mark for one in the Windows code page, and needs its line ends. */
  const notepad = (value) => text(`\ufeff${value.replaceAll('\n', '\r\n')}`);
  add('安装说明.txt', notepad(NOTES));
  add('nianbao.cmd', text(WINDOWS_START.replaceAll('\n', '\r\n')));
  add('nianbao', text(LINUX_START));
  add('package.json', text(`${JSON.stringify(PACKAGE, null, 2)}\n`));
  for (const name of ['LICENSE', 'README.md', 'CHANGELOG.md']) add(name, readFileSync(join(root, name)));
  for (const folder of ['templates', 'fonts', 'docs', 'examples']) addFolder(join(root, folder), folder, add);
  for (const name of readdirSync(dist)) {
    if (/^cli(?:-[\w-]+)?\.js$|^cli-licences\.txt$/u.test(name)) add(`dist/${name}`, readFileSync(join(dist, name)));
  }
  addFolder(join(dist, 'packs'), 'dist/packs', add);
  return files;
}

/** The archive: files in the order of their names, all of one time, so that it depends on its content alone. */
export function releaseArchive(files) {
  const entries = [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, bytes]) => {
      const mode = path === 'nianbao' ? 0o100755 : 0o100644;
      return [
        `${releaseName}/${path}`,
        [bytes, { mtime: new Date(1980, 0, 1), os: 3, attrs: (mode << 16) >>> 0, level: 9 }],
      ];
    });
  return zipSync(Object.fromEntries(entries));
}

/** Hidden files are the machine's own. */
function addFolder(folder, name, add) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const inside = relative(folder, path).split(sep).join('/');
    if (entry.isFile() && !/(?:^|\/)\./u.test(inside)) add(`${name}/${inside}`, readFileSync(path));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const archive = releaseArchive(releaseFiles());
  const folder = join(root, 'out');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${releaseName}.zip`);
  writeFileSync(path, archive);
  const hash = createHash('sha256').update(archive).digest('hex');
  console.log(`${path}\n${(archive.length / 1024 / 1024).toFixed(1)} MB  SHA-256 ${hash}`);
}
