// cover.mjs FOLDER: sums the lines of ReportGenerator's Cobertura.xml by room of the provider, into rooms.txt and rooms.md.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const folder = process.argv[2];
const report = readFileSync(`${folder}/Cobertura.xml`, 'utf8');

// A line stands in the report of each class that has a part of it: the best of them counts, once.
const files = new Map();
let lines;
for (const [, file, number, hits, covered, all] of report.matchAll(
  /<class [^>]*filename="([^"]*)"|<line number="(\d+)" hits="(\d+)"(?:[^>]*condition-coverage="[^"]*\((\d+)\/(\d+)\)")?/g)) {
  if (file) {
    const name = file.replaceAll('\\', '/').replace(/^.*\/provider\//, '');
    if (!files.has(name)) files.set(name, new Map());
    lines = files.get(name);
  } else {
    const known = lines.get(number) ?? { hit: false, covered: 0, all: 0 };
    lines.set(number, {
      hit: known.hit || hits !== '0',
      covered: Math.max(known.covered, Number(covered ?? 0)),
      all: Math.max(known.all, Number(all ?? 0)),
    });
  }
}

const nothing = () => ({ lines: [0, 0], branches: [0, 0] });
const rooms = new Map();
const total = nothing();
for (const [file, found] of files) {
  const room = path.posix.dirname(file) === '.' ? '(composition)' : path.posix.dirname(file);
  if (!rooms.has(room)) rooms.set(room, nothing());
  for (const { hit, covered, all } of found.values()) {
    for (const sum of [rooms.get(room), total]) {
      sum.lines[0] += hit ? 1 : 0;
      sum.lines[1] += 1;
      sum.branches[0] += covered;
      sum.branches[1] += all;
    }
  }
}
if (total.lines[1] === 0) throw new Error(`${folder}/Cobertura.xml has no line of the provider`);

const percent = ([reached, all]) => (all === 0 ? 'none' : `${((100 * reached) / all).toFixed(1)} %`);
const rows = [...rooms].sort(([a], [b]) => (a < b ? -1 : 1)).concat([['all', total]])
  .map(([room, sum]) => [room, percent(sum.lines), sum.lines.join(' of '), percent(sum.branches), sum.branches.join(' of ')]);
const header = ['room', 'lines', '', 'branches', ''];
const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column].length)));
const text = [header, ...rows]
  .map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  ').trimEnd());
writeFileSync(`${folder}/rooms.txt`, `${text.join('\n')}\n`);
const table = ['| room | lines | | branches | |', '|---|---:|---:|---:|---:|', ...rows.map((row) => `| ${row.join(' | ')} |`)];
writeFileSync(`${folder}/rooms.md`, `${table.join('\n')}\n`);
