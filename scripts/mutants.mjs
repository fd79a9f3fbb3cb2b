// mutants.mjs FOLDER ROOM...: sums the mutants of Stryker's report on each room, into rooms.md (the table of docs/quality.md), and lists those
// that no test noticed in survivors.txt.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const [folder, ...reports] = process.argv.slice(2);
const files = Object.assign({}, ...reports.map((room) => JSON.parse(readFileSync(`${folder}/${room}/reports/mutation-report.json`, 'utf8')).files));
const noticed = ['Killed', 'Timeout'];
const unnoticed = ['Survived', 'NoCoverage'];
const untried = ['Ignored', 'CompileError'];
const rooms = new Map();
const survivors = [];
for (const [file, { mutants, source }] of Object.entries(files)) {
  const name = file.replaceAll('\\', '/').replace(/^.*\/provider\//, '');
  const lines = source.split('\n');
  for (const { status, location, mutatorName, replacement } of mutants) {
    if (untried.includes(status)) continue;
    const room = path.posix.dirname(name);
    const sum = rooms.get(room) ?? { Killed: 0, Timeout: 0, Survived: 0, NoCoverage: 0, other: 0 };
    rooms.set(room, sum);
    sum[status in sum ? status : 'other'] += 1;
    if (unnoticed.includes(status)) {
      const { line } = location.start;
      survivors.push({ name, line, text: [`${name}:${line} ${mutatorName} (${status})`, `    ${lines[line - 1].trim()}`, `    -> ${replacement ?? ''}`].join('\n') });
    }
  }
}
if (rooms.size === 0) throw new Error(`${folder} has no mutant that was tried`);

const rows = [...rooms].sort(([a], [b]) => (a < b ? -1 : 1)).map(([room, { Killed, Timeout, Survived, NoCoverage, other }]) => {
  const [yes, no] = [Killed + Timeout, Survived + NoCoverage];
  return `| ${[room, yes + no + other, Killed, Timeout, Survived, NoCoverage, other, `${((100 * yes) / (yes + no)).toFixed(1)} %`].join(' | ')} |`;
});
const head = ['| room | mutants | killed | timed out | survived | not reached | no result | score |', '|---|---:|---:|---:|---:|---:|---:|---:|'];
writeFileSync(`${folder}/rooms.md`, `${[...head, ...rows].join('\n')}\n`);
survivors.sort((a, b) => (a.name === b.name ? a.line - b.line : a.name < b.name ? -1 : 1));
writeFileSync(`${folder}/survivors.txt`, survivors.map(({ text }) => `${text}\n`).join(''));
